import type { TypescriptQuestion } from './typescript-question';

/** What Ana asks in the second year. */
export const typescriptDeeper: readonly TypescriptQuestion[] = [
  {
    ask: 'can the compiler tell me when I forget a case in a `switch`?',
    answer: 'Yes, with a variable that nothing fits in:',
    code: [
      'default: {',
      '  const forgotten: never = lesson;',
      '  throw new Error(`unknown lesson ${JSON.stringify(forgotten)}`);',
      '}',
    ],
    grasp: 'never = the empty plate. If something is on it, somebody forgot to eat',
  },
  {
    ask: 'what is this `infer` in the library types, it looks like a spell',
    answer: 'It is pattern matching: “if it looks like this, give the part in the middle a name”. Mean example first:',
    code: [
      'type ElementOf<T> = T extends readonly (infer Item)[] ? Item : never;',
      'type Word = ElementOf<string[]>; // string',
    ],
    grasp: 'ahh like “quien ___ mucho, poco aprieta”, find the verb',
  },
  {
    ask: 'student ids and lesson ids are both strings and today I mixed them. Ideas?',
    answer: 'Brand them. Same string at run time, two different things for the compiler:',
    code: [
      "type StudentId = string & { readonly brand: 'student' };",
      "type LessonId = string & { readonly brand: 'lesson' };",
    ],
    grasp: 'like branding cows in the Llanos but nicer for the cow',
  },
  {
    ask: '`satisfies` again please, I keep forgetting when',
    answer:
      'When you want to be *checked* against a type but keep what you wrote exactly. An annotation says “forget the details”, `satisfies` says “check, and keep the details”.',
    code: [
      "const theme = { accent: '#d98e04', gap: 8 } satisfies Record<string, string | number>;",
      'theme.gap.toFixed(); // still a number',
    ],
    grasp: 'like my mother with my homework. Checks it, does not rewrite it',
  },
  {
    ask: 'mapped types: explain with food',
    answer: 'You walk along the menu and put the same thing on each plate:',
    code: [
      'type Stock<Menu> = { [Dish in keyof Menu]: number };',
      '',
      'type Kitchen = Stock<{ arepa: string; empanada: string }>;',
      '// { arepa: number; empanada: number }',
    ],
    grasp: 'understood AND hungry',
  },
  {
    ask: 'two requests at once and the old answer arrives last and overwrites the new one 🤯',
    answer: 'Classic race. Cancel the old one when you start the new one:',
    code: [
      'let running: AbortController | undefined;',
      '',
      'async function search(query: string) {',
      '  running?.abort();',
      '  running = new AbortController();',
      '  return fetch(`/search?q=${encodeURIComponent(query)}`, { signal: running.signal });',
      '}',
    ],
    grasp: 'so every new question says to the old one: ya no, gracias',
  },
  {
    ask: 'template literal types, is that real or a party trick',
    answer: 'Both. I use it for event names and it has saved me from typos for years:',
    code: [
      "type Entity = 'student' | 'lesson';",
      "type Action = 'created' | 'removed';",
      'type EventName = `${Entity}:${Action}`; // four names, no more',
    ],
    grasp: '2 × 2 = 4 names and I wrote none of them',
  },
  {
    ask: 'when do I write `readonly` everywhere and when is it decoration',
    answer:
      'On everything that you hand out or take in. Inside a function, with your own array, change what you like, nobody sees it.',
    grasp: 'what happens in the kitchen stays in the kitchen',
  },
  {
    ask: 'overloads?? I have one function for a student or for a list of them',
    answer: 'Mostly you want two functions with two good names. Overloads are for when the *callers* can’t change.',
    grasp: '`remind` and `remindAll`. Took one minute. I had a whole evening planned',
  },
  {
    ask: 'a colleague of yours wrote that “types are sets”. Sets of what',
    answer:
      'Of values. `string` is all texts, `"A1"` is one of them, `|` puts two bags together, `&` keeps what is in both. `never` is the empty bag, `unknown` the whole supermarket.',
    grasp: 'that is the first time that & makes sense to me. Supermarket ∩ my fridge = leche',
  },
  {
    ask: 'how do I test a function that uses today’s date? tomorrow it fails',
    answer: 'Let the date come in by the door:',
    code: ['export function isOverdue(lesson: BookedLesson, now: Date): boolean {', '  return lesson.at < now;', '}'],
    grasp: 'the answer is always the door, no?',
  },
  {
    ask: 'my `useEverything.ts` has 900 lines. It started as a joke',
    answer:
      'Sort the lines by *who would ask you to change them*. Students → one file, payments → one file, calendar → one file. What is left over was the joke.',
    grasp: 'left over: 40 lines and a comment that says “sorry”',
  },
  {
    ask: 'variance. I read the word and closed the laptop',
    answer:
      'A vet for all animals can look after your cat. A vet only for cats can’t look after all animals. Things that *take* go the other way round than things that *give*.',
    code: [
      'type Vet<A> = (patient: A) => void;',
      'declare const forAnimals: Vet<Animal>;',
      'const forCats: Vet<Cat> = forAnimals; // fine',
    ],
    grasp: 'laptop open again. The cat approves',
  },
];
