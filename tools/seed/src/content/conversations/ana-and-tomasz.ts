import type { Conversation } from '../content-types';
import { ana, day, hour, tomasz } from './speakers';

/** A man who counts aloud. */
export const anaAndTomasz: Conversation = {
  kind: 'direct',
  members: ['tomasz@parley.example', 'ana@parley.example'],
  messages: [
    tomasz(
      15 * day,
      'Hello Ana. I would like to learn the basic step of salsa before my wife finds out how bad it is. In exchange I can explain any TypeScript error message, including the ones with 40 lines.',
    ),
    ana(15 * day - 90, 'Deal. Especially the ones with 40 lines. How much time do we have until she finds out?'),
    tomasz(15 * day - 95, 'The course starts on 14 March. I have made a plan. It has milestones.'),
    ana(15 * day - 96, 'of course it has 😄'),
    tomasz(
      12 * day,
      'Milestone 1: I can do the step with no music. Milestone 2: with music. I am stuck between them. There are many instruments and they do not agree.',
    ),
    ana(
      12 * day - 30,
      'They do agree, only not about the same thing! Ignore the trumpets. Listen for the **cowbell**. tac – tac – tac – tac. That is your metronome and it never lies',
    ),
    ana(12 * day - 31, 'start with something slow: https://example.org/salsa/slow-playlist'),
    tomasz(
      12 * day - 3 * hour,
      'I hear it. It was there the whole time. This is like the moment when you see that the error is in the last line of the message.',
    ),
    ana(12 * day - 3 * hour - 4, 'speaking of which:'),
    ana(
      12 * day - 3 * hour - 5,
      '```',
      "error TS2345: Argument of type '{ name: string; level: string; }' is not assignable to parameter of type 'Student'.",
      "  Types of property 'level' are incompatible.",
      '    Type \'string\' is not assignable to type \'"A1" | "A2" | "B1" | "B2"\'.',
      '```',
    ),
    tomasz(
      12 * day - 4 * hour,
      'Read it from the bottom. Somebody gives any `string`, you want one of four. Where does `level` come from?',
    ),
    ana(12 * day - 4 * hour - 6, "`const student = { name: 'Marta', level: 'A1' }`"),
    tomasz(
      12 * day - 4 * hour - 9,
      'There. You see `A1`, the compiler sees “a text that could change later”. Say what it is where you make it:',
      '',
      '```ts',
      "const student: Student = { name: 'Marta', level: 'A1' };",
      '// or, if you only want to be checked and keep the narrow type',
      "const other = { name: 'Marta', level: 'A1' } satisfies Student;",
      '```',
    ),
    ana(12 * day - 4 * hour - 12, 'Marta again. Everything in my code happens to Marta'),
    tomasz(6 * day, 'Milestone 2 reached. My neighbour below has asked whether we bought a horse.'),
    ana(6 * day - 15, 'jajajaja ON YOUR TOES, Tomasz. Small steps. The floor is your friend, do not punish it'),
    tomasz(
      2 * day + 2 * hour,
      'Small steps are much easier. Why does nobody say so? Milestone 3 is “not looking at the feet”. Is there a technique, or only courage?',
    ),
    ana(2 * day + 90, 'look at the ear of the other person. Left ear. It works for shyness and for feet 🙂'),
    tomasz(
      2 * day + 40,
      'I have tried it with the cat. The cat left. But I did not look at my feet. Thank you, dobranoc.',
    ),
  ],
};
