import type { Conversation } from '../content-types';
import { day, hour, noam, tomasz } from './speakers';

/** Rook endings against the borrow checker. */
export const noamAndTomasz: Conversation = {
  kind: 'direct',
  members: ['noam@parley.example', 'tomasz@parley.example'],
  messages: [
    noam(
      24 * day,
      'Hi Tomasz. There is a man in my park, 82, called Boris, of course. We always reach a rook ending where I am a pawn up, and then it’s a draw. Always. He brings biscuits for afterwards.',
    ),
    tomasz(
      24 * day - 120,
      'Then we start with Lucena and Philidor. With these two you know 80 % of what Boris knows. Position one: your king in front of his pawn, the other king cut off by one file. `3K4/3P2k1/8/8/8/8/2r5/5R2 w - - 0 1` Where would you put the rook?',
    ),
    noam(24 * day - 130, 'Behind the pawn. Everybody says behind the pawn'),
    tomasz(
      24 * day - 133,
      'Everybody is right until the last two moves. Here you build a **bridge**: rook to the fourth rank, and wait. The rook will be your umbrella when the checks come.',
    ),
    noam(24 * day - 150, 'An umbrella! So I walk out, he checks, and the rook steps between'),
    tomasz(24 * day - 151, 'Dokładnie.'),
    tomasz(
      16 * day,
      'My turn. I read the Rust book up to chapter 4 and I believe that the compiler is personally angry with me.',
    ),
    tomasz(
      16 * day - 1,
      '```rust',
      'fn longest(games: &Vec<Game>) -> &Game {',
      '    let mut sorted = games.clone();',
      '    sorted.sort_by_key(|g| g.moves.len());',
      '    sorted.last().unwrap() // returns a value referencing data owned by the current function',
      '}',
      '```',
    ),
    noam(
      16 * day - 25,
      'It is not angry, it is worried. You cook a copy in your kitchen, then hand out directions to a plate that is washed when you leave. Point at the original:',
    ),
    noam(
      16 * day - 26,
      '```rust',
      'fn longest(games: &[Game]) -> Option<&Game> {',
      '    games.iter().max_by_key(|game| game.moves.len())',
      '}',
      '```',
      '',
      'No copy, no sort, and no games at all is an answer too, instead of a crash.',
    ),
    tomasz(16 * day - 40, 'It is shorter *and* it cannot fail. I feel accused and comforted at once.'),
    noam(16 * day - 41, 'That is the marketing slogan, basically'),
    noam(
      4 * day,
      'UPDATE. Pawn up, rook ending, bridge on the fourth rank. Boris looked at it for eleven minutes. Then he put the biscuits on the table *before* resigning.',
    ),
    tomasz(4 * day - 30, '🏆 Congratulations. What did he say?'),
    noam(4 * day - 33, '“Who taught you?” I said: a man in Kraków who cannot dance. He said: “bring him.”'),
    tomasz(
      4 * day - 3 * hour,
      'Tell Boris that I can almost dance. Next lesson: Philidor, how he will hold the next one.',
    ),
  ],
};
