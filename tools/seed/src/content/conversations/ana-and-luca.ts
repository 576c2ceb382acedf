import type { Conversation } from '../content-types';
import { ana, day, hour, luca } from './speakers';

/** Rhythm against rhythm. */
export const anaAndLuca: Conversation = {
  kind: 'direct',
  members: ['luca@parley.example', 'ana@parley.example'],
  readUpTo: { 'ana@parley.example': 25 },
  messages: [
    luca(
      18 * day,
      'Ciao Ana! I play salsa at weddings since 15 years and I cannot dance ONE step. It is a scandal. Help me, I give you guitar in exchange',
    ),
    ana(18 * day - 20, 'a man who plays clave and cannot walk it. This happens more than you think'),
    ana(18 * day - 21, 'stand up. No, really. Are you standing?'),
    luca(18 * day - 22, 'I am standing'),
    ana(
      18 * day - 24,
      'Left foot forward on 1, weight back on 2, together on 3, **and 4 is nothing**. Right foot back on 5, weight forward on 6, together on 7, 8 nothing.',
      '',
      'The nothing is the dance.',
    ),
    luca(18 * day - 31, 'The nothing is the dance. Mamma mia. It is the same with a good bass line'),
    luca(17 * day, 'my girlfriend came home and found me in the kitchen counting. She filmed it'),
    ana(17 * day - 3, 'send'),
    luca(17 * day - 4, 'never'),
    ana(17 * day - 4, 'SEND'),
    luca(17 * day - 9, 'https://example.com/videos/luca-kitchen-salsa'),
    ana(17 * day - 15, 'Luca. The feet are good!! the shoulders are at a funeral'),
    luca(17 * day - 16, '💀'),
    ana(
      17 * day - 18,
      'put a glass of water on each shoulder (imaginary). Knees soft. In Cali we say: de la cintura para abajo, gelatina',
    ),
    luca(13 * day, 'Your turn. You know Em G C D. With which hand do you count?'),
    ana(13 * day - 60, 'with… the head?'),
    luca(
      13 * day - 62,
      'Sbagliato! The right hand never stops, it goes down-up-down-up like a train also when it does not touch the strings. Write it like this:',
    ),
    luca(13 * day - 63, '```', '1 & 2 & 3 & 4 &', 'D   D U   U D U', '```'),
    ana(13 * day - 70, 'ah, the silence again. You do not play the 3 but the hand passes over it'),
    luca(13 * day - 71, 'THE NOTHING IS THE DANCE 😁'),
    ana(6 * day, 'question about the pasta. If I break the spaghetti, but only a little, because the pot is small'),
    luca(6 * day - 1, 'we have never met. Goodbye'),
    ana(6 * day - 2, 'jajajajaja'),
    luca(
      6 * day - 45,
      'Buy tagliatelle like a person. Or make them: 100 g flour, 1 egg, each person. Ten minutes with the hands, thirty under a bowl. I show you on Sunday in the kitchen group',
    ),
    luca(
      1 * day + 5 * hour,
      'Saturday wedding in Ferrara, I danced. Eight counts, with the aunt of the bride. She said “finalmente!”',
    ),
    ana(1 * day + 4 * hour, 'FINALMENTE!!! 💃 I am so proud I told my whole Thursday class'),
    luca(
      7 * hour,
      'She also asked if I do lessons. I said my teacher is in Valencia. When can we do the turn? I have another wedding in two weeks and the aunt comes again',
    ),
  ],
};
