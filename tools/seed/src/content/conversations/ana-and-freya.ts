import type { Conversation } from '../content-types';
import { ana, day, freya, hour } from './speakers';

/** Somebody who is at sea most of the time. */
export const anaAndFreya: Conversation = {
  kind: 'direct',
  members: ['ana@parley.example', 'freya@parley.example'],
  messages: [
    ana(61 * day, 'Hej Freya! “I want to dance somewhere warm before I turn forty” — how long do we have?'),
    freya(58 * day, 'Sorry, I was on a boat. Fourteen months 😅'),
    ana(58 * day - 20, 'plenty. I have made engineers dance in six'),
    freya(
      57 * day,
      'And you want low light! Good, it is all we have here from November on. What do you photograph with?',
    ),
    ana(57 * day - 4 * hour, 'a phone with a crack in it, and enthusiasm'),
    freya(
      52 * day,
      'Then lean on something. Really, that is the first rule of low light: door frames, lamp posts, a calm friend. Breathe out, press at the end of the breath.',
    ),
    ana(51 * day, 'https://example.com/albums/noche-en-ruzafa'),
    ana(51 * day - 1, 'number 4 I leaned on a policeman (by accident)'),
    freya(46 * day, 'Number 4 is the sharpest! Keep him.'),
    freya(
      46 * day - 3,
      'My basic step: I practised on deck. With waves you learn the weight change very quickly or you swim.',
    ),
    ana(46 * day - 2 * hour, 'jajaja that is a METHOD. Salsa nórdica'),
    freya(
      10 * day,
      'Home until the ice comes. Shall we take Mondays at 19? I have a floor that does not move, it will feel strange.',
    ),
    ana(9 * day + 3 * hour, 'Mondays 19, written in ink. Bring the photos from the boat, I bring the cowbell 🔔'),
    freya(9 * day, 'Kanon! That is Swedish for “great”, and also for “cannon”. Vi ses på måndag.'),
  ],
};
