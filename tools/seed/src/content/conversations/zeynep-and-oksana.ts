import type { Conversation } from '../content-types';
import { day, hour, oksana, zeynep } from './speakers';

/** A stitched octopus and an honest look at a portfolio. */
export const zeynepAndOksana: Conversation = {
  kind: 'direct',
  members: ['zeynep@parley.example', 'oksana@parley.example'],
  readUpTo: { 'zeynep@parley.example': 12 },
  messages: [
    zeynep(
      17 * day,
      'Merhaba Oksana! I would like to stitch an octopus. I can draw it in my sleep, but the thread does whatever it wants.',
    ),
    oksana(
      17 * day - 50,
      'Привіт! An octopus is eight lessons 🐙 One arm each. Start with a stem stitch, always come back half a step, like somebody who forgot the keys.',
    ),
    zeynep(17 * day - 55, 'I am always somebody who forgot the keys. I will be excellent at this'),
    oksana(13 * day, 'My portfolio, please be honest: https://example.org/oksana/portfolio'),
    zeynep(
      13 * day - 3 * hour,
      'Honest, with love. The work is wonderful and I found it on the *fourth* screen. First I read that you are “passionate about detail”. Show me the detail instead. Put the chocolate box with the rooster on top, big, alone.',
    ),
    oksana(13 * day - 3 * hour - 10, 'Ouch. Yes. I wrote “passionate” because everybody does'),
    zeynep(
      13 * day - 3 * hour - 12,
      'And under it three sentences: what was the problem, what did you try, what changed. “Sold 30 % more at Easter” is a better adjective than passionate.',
    ),
    oksana(13 * day - 3 * hour - 15, 'It was 34 😳'),
    zeynep(13 * day - 3 * hour - 15, 'THIRTY-FOUR! And where was that written? NOWHERE'),
    zeynep(7 * day, 'Arm number three. https://example.com/photos/ahtapot-uc-kol . The cat helped'),
    oksana(
      7 * day - 60,
      'Гарно! The tension is even. Turn the cloth, not the hand, at the curve. And the cat is now in the pattern, I see one hair. In the villages they say this brings luck.',
    ),
    zeynep(7 * day - 62, 'then I will be extremely lucky'),
    oksana(1 * day + 3 * hour, 'New version is up. Rooster first. One number. No passion anywhere.'),
    oksana(
      22 * hour,
      'They invited me. Interview on Tuesday, in English!! Дякую. If they ask me about design systems, I will tell them about stitches: eight of them, and every shirt in Ukraine.',
    ),
  ],
};
