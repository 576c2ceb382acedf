import type { TypescriptQuestion } from './typescript-question';

/** What Ana asked in the first months. */
export const typescriptFirstSteps: readonly TypescriptQuestion[] = [
  {
    ask: 'why do I write `: string` when it already knows that it is a string',
    answer: 'You don’t have to. Write types at the doors (parameters, results), inside the room let it guess:',
    code: [
      'function greet(name: string) {',
      '  const text = `¡Hola, ${name}!`; // string, without being told',
      '  return text;',
      '}',
    ],
    grasp: 'types at the doors. That I will remember',
  },
  {
    ask: 'interface or type?? half of the internet says one and the other half gets angry',
    answer: 'For objects take `interface`, for everything else `type`. And then never discuss it again, life is short.',
    grasp: 'finally somebody with an opinion AND an exit',
  },
  {
    ask: 'what is the difference between `null` and `undefined`, both mean there is nothing',
    answer:
      '`undefined`: nobody has put anything there. `null`: somebody has put *nothing* there, on purpose. An empty chair and a chair with a sign.',
    grasp: 'ok so Marta’s level is undefined and my coffee is null',
  },
  {
    ask: 'I changed a `const` array and it let me. It is called CONST',
    answer: 'The name is fixed to the box, the box stays open. If you want the box closed too:',
    code: ["const days: readonly string[] = ['lunes', 'martes'];", "days.push('viernes'); // now it complains"],
    grasp: 'so const is a promise about the label. Sneaky',
  },
  {
    ask: 'what does the `!` at the end do, I found it in an answer online and the red line went away',
    answer:
      'It tells the compiler: trust me, it is there. The red line goes away, the problem stays. I use it about twice a year and am wrong once.',
    grasp: 'deleting all my !!! (the three were from me)',
  },
  {
    ask: 'how do I say “this text can only be one of these four”',
    answer: 'A union of literals. My favourite small thing in the whole language:',
    code: ["type Level = 'A1' | 'A2' | 'B1' | 'B2';", "const level: Level = 'B3'; // no such thing"],
    grasp: 'IT EVEN COMPLETES THEM when I type the quote',
  },
  {
    ask: 'for…in or for…of, I mix them up every time',
    answer: '`of` gives you the things, `in` gives you the labels. You nearly always want the things.',
    code: [
      "for (const word of ['sol', 'mar']) console.log(word); // sol, mar",
      "for (const key in ['sol', 'mar']) console.log(key); // 0, 1",
    ],
    grasp: 'de → of → the things OF the list. Done, it is in Spanish now',
  },
  {
    ask: 'why three equals. Are two not enough equal?',
    answer:
      'Two try to be nice and convert first, so `0 == ""` is true. Three compare what is really there. Always three.',
    grasp: 'two equals is like “más o menos”. I see',
  },
  {
    ask: 'my function sometimes returns a number and sometimes nothing, and it does not complain?',
    answer: 'It will when you say what it should return. Then every path has to keep the promise:',
    code: [
      'function price(hours: number): number {',
      '  if (hours > 0) return hours * 18;',
      '  // error: not all code paths return a value',
      '}',
    ],
    grasp: 'I gave classes for free to people with zero hours, makes sense',
  },
  {
    ask: 'arrow functions vs `function`, is it fashion?',
    answer:
      'Half fashion. The other half is `this`: an arrow keeps the one from outside, a function gets a new one from whoever calls it.',
    grasp: 'an arrow remembers where it comes from. Like my mother in Spain',
  },
  {
    ask: 'how do I sort names with ñ and accents, Ángela is at the very end behind Zoe 😭',
    answer: 'Plain sort compares code units. Ask for a human order:',
    code: ["names.sort(new Intl.Collator('es').compare);"],
    grasp: 'ÁNGELA IS BACK. She would thank you',
  },
  {
    ask: 'what is a tuple? sounds like a fish',
    answer: 'An array where every seat has a name on it: fixed length, each position its own type.',
    code: ["const entry: [word: string, count: number] = ['papaya', 3];"],
    grasp: 'a small bus with numbered seats. Not a fish',
  },
  {
    ask: 'is there a short way for `if (x !== null && x !== undefined) use x else use 0`',
    answer: 'Two question marks. Careful, not the same as `||`, which also throws away 0 and the empty text.',
    code: ['const minutes = lesson.minutes ?? 0;'],
    grasp: '?? looks like me when I read somebody else’s code',
  },
];
