import type { Conversation } from '../content-types';
import { ana, chidi, day, hour } from './speakers';

/** A new acquaintance, unread. */
export const anaAndChidi: Conversation = {
  kind: 'direct',
  members: ['chidi@parley.example', 'ana@parley.example'],
  readUpTo: { 'ana@parley.example': 4 },
  messages: [
    chidi(
      2 * day + 3 * hour,
      'Good evening Ana. I am Chidi, from Lagos. I play highlife guitar and in February I go to Barranquilla for carnival, where I would like to say more than “gracias”. I saw that you are from Colombia.',
    ),
    ana(
      2 * day + 2 * hour,
      'Chidi!! Barranquilla for carnival!! I am from Cali, so officially I must tell you that ours is better, but unofficially: lucky you',
    ),
    chidi(
      2 * day + 100,
      'Haha. I will not tell them. How much Spanish can a busy physics teacher learn in three months?',
    ),
    ana(
      1 * day + 3 * hour,
      'enough to order, to thank, to dance and to argue about football. Twice a week 30 minutes, and one song by heart',
    ),
    ana(
      1 * day + 3 * hour - 2,
      'and you show me that thumb thing? I listened to palm-wine guitar all evening, it sounds like two people',
    ),
    chidi(
      13 * hour,
      'It is one thumb and one finger, and a lot of evenings. I recorded the first pattern for you, very slowly: https://example.com/audio/palmwine-pattern-1',
    ),
    chidi(13 * hour - 2, 'The thumb walks home, the finger talks to the neighbours on the way.'),
    chidi(
      11 * hour,
      'My first song: “La pollera colorá”. I understand *colorá* must be “colorada”? Where did the d go? 🤔 Tuesday and Thursday 19:00 would suit me, we are on the same clock in winter.',
    ),
  ],
};
