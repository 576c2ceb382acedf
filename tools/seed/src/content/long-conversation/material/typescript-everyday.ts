import type { TypescriptQuestion } from './typescript-question';

/** What Ana asked when her app had begun to grow. */
export const typescriptEveryday: readonly TypescriptQuestion[] = [
  {
    ask: 'what do the `<T>` mean, I see them everywhere and I scroll faster',
    answer: 'A blank that gets filled in when somebody uses it. Like “el ___ de mi vida”:',
    code: [
      'function last<T>(items: readonly T[]): T | undefined {',
      '  return items.at(-1);',
      '}',
      '',
      "last(['uno', 'dos']); // string | undefined",
      'last([1, 2]); // number | undefined',
    ],
    grasp: 'a fill-in-the-gap exercise!! I make those for a living and nobody told me',
  },
  {
    ask: 'I have a `Student` and for the form I need the same but everything optional. Copy and paste?',
    answer: 'Never copy, derive. There is a small toolbox for that:',
    code: [
      'type StudentDraft = Partial<Student>;',
      "type StudentCard = Pick<Student, 'name' | 'level'>;",
      "type NewStudent = Omit<Student, 'id'>;",
    ],
    grasp: 'Pick and Omit: that is also how I pack a suitcase',
  },
  {
    ask: '`await` inside a `forEach` and everything finishes before it starts??',
    answer:
      'forEach does not wait for anybody. Use a `for … of` when they go one after another, or start all and wait once:',
    code: ['await Promise.all(students.map((student) => sendReminder(student)));'],
    grasp: 'forEach is the friend who leaves without saying goodbye',
  },
  {
    ask: 'when is it `interface A extends B` and when `A & B`',
    answer:
      'Both glue. `extends` complains when the two parts disagree, `&` quietly gives you something impossible. I prefer to be told.',
    grasp: 'same in relationships',
  },
  {
    ask: 'how do I make an object with all the levels as keys and it notices if I forget one',
    answer: '`Record` with your union as the key:',
    code: [
      'const colours: Record<Level, string> = {',
      "  A1: 'amarillo',",
      "  A2: 'naranja',",
      "  B1: 'verde',",
      '  // error: B2 is missing',
      '};',
    ],
    grasp: 'it noticed. IT NOTICED. I forgot one on purpose to see it',
  },
  {
    ask: 'what is `as const` doing at the end of my friend’s array',
    answer:
      'It freezes the literal: not “array of some strings” but exactly these. Then you can make the union from the list, one source of truth:',
    code: ["const levels = ['A1', 'A2', 'B1', 'B2'] as const;", 'type Level = (typeof levels)[number];'],
    grasp: 'so the list and the type can never disagree again. Beautiful',
  },
  {
    ask: 'catch (error) and the error is `unknown`. How can an error be unknown, it is an error!',
    answer: 'Because in JavaScript one may throw anything, even a fish. Ask first:',
    code: [
      'try {',
      '  await save(lesson);',
      '} catch (error) {',
      "  const reason = error instanceof Error ? error.message : 'something odd was thrown';",
      '  show(reason);',
      '}',
    ],
    grasp: '`throw new Pescado()`',
  },
  {
    ask: 'enum or union of strings for the status of a lesson?',
    answer:
      'Union. It is only text at run time, prints well, and needs no import. Enums are a small country with its own customs office.',
    grasp: 'I have lived with customs offices. Union',
  },
  {
    ask: 'why does `Object.keys(student)` give me string[] and not the names of the fields',
    answer:
      'Because a value may have more fields than its type says. The compiler only knows the minimum. Annoying, and correct.',
    grasp: 'annoying and correct: your two favourite adjectives',
  },
  {
    ask: 'how do I keep all lessons of one day together, I did it with 20 lines and a bad feeling',
    answer: 'That one is built in nowadays:',
    code: ['const byDay = Map.groupBy(lessons, (lesson) => lesson.at.toDateString());'],
    grasp: '20 lines → 1 line. The feeling is gone too',
  },
  {
    ask: 'what is a type guard, please not the long version',
    answer: 'A function whose yes teaches the compiler something:',
    code: [
      'function isDone(lesson: Lesson): lesson is DoneLesson {',
      "  return lesson.status === 'done';",
      '}',
      '',
      'const minutes = lessons.filter(isDone).map((lesson) => lesson.minutes);',
    ],
    grasp: 'a bouncer who tells the barman your name',
  },
  {
    ask: 'my dates from the server are strings but the type says Date and nobody complained',
    answer:
      'Types vanish at run time, JSON has no dates. Somebody lied with a cast. Parse at the door and check what comes in, then the inside can trust it.',
    grasp: 'found the liar. It was me, in March',
  },
  {
    ask: 'should I make everything a class? my course does',
    answer:
      'Data: plain objects. Things that do something: functions. A class when there is state to guard. You have, I think, one of these.',
    grasp: 'deleted `class StudentManagerFactory`. She was never happy',
  },
];
