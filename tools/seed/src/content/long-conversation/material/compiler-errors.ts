/** An error message on Ana's screen, Jonas's question to it, what she finds, and the moral. */
export interface CompilerError {
  readonly message: string;
  readonly hint: string;
  readonly found: string;
  readonly moral: string;
}

export const compilerErrors: readonly CompilerError[] = [
  {
    message: "TS2532: Object is possibly 'undefined'.",
    hint: 'which of the two dots on that line?',
    found: 'the second! the teacher is there but the calendar may not be',
    moral: 'it is always the dot you trust most',
  },
  {
    message: "TS2339: Property 'lenght' does not exist on type 'string[]'.",
    hint: 'read the property aloud. Slowly',
    found: 'lenght. LENGHT. I will learn this word when I am dead',
    moral: 'in German it is Länge, nobody is safe',
  },
  {
    message: "TS7006: Parameter 'e' implicitly has an 'any' type.",
    hint: 'where does the function get called from?',
    found: 'a button. So it is a MouseEvent, if I write it inline it knows by itself',
    moral: 'context is a type too',
  },
  {
    message: "TS2322: Type 'string' is not assignable to type 'number'.",
    hint: 'does the value come from an `<input>`?',
    found: 'yes… and inputs always give text, you told me in spring',
    moral: '`valueAsNumber`, and check for NaN',
  },
  {
    message: "TS2741: Property 'id' is missing in type '{ name: string; }' but required in type 'Student'.",
    hint: 'who gives the id, you or the server?',
    found: 'the server. So before saving it is not a Student, it is a NewStudent!',
    moral: 'two moments, two types',
  },
  {
    message: "TS2304: Cannot find name 'lesons'.",
    hint: 'I say nothing',
    found: 'do not look at me',
    moral: 'the cheapest bug of the week',
  },
  {
    message: "TS1308: 'await' expressions are only allowed within async functions and at the top levels of modules.",
    hint: 'look one function further out',
    found: 'the arrow in the map! not the function, the little arrow',
    moral: 'async does not rain through roofs',
  },
  {
    message:
      'TS2367: This comparison appears to be unintentional because the types \'"A1"\' and \'"a1"\' have no overlap.',
    hint: 'would this `if` ever be true?',
    found: 'NEVER. And it was in production since Tuesday',
    moral: 'it just paid for itself',
  },
  {
    message: 'TS2554: Expected 2 arguments, but got 3.',
    hint: 'which one did you add last?',
    found: 'the comment of the student. I thought I could just hand it over',
    moral: 'three arguments is where an object begins to be nicer',
  },
  {
    message: "TS2540: Cannot assign to 'level' because it is a read-only property.",
    hint: 'do you want to change her, or do you want a new version of her?',
    found: 'a new version: `{ ...marta, level: next }`',
    moral: 'Marta deserves a new version',
  },
  {
    message: "TS2307: Cannot find module './calender'.",
    hint: 'how many a, how many e',
    found: 'calendar. In Spanish it has a “rio” at the end and no doubts',
    moral: 'we keep a list of these for your memoirs',
  },
  {
    message: "TS2722: Cannot invoke an object which is possibly 'undefined'.",
    hint: 'is the callback optional?',
    found: 'yes! `onDone?.()` with the funny dot',
    moral: 'knock before you enter',
  },
  {
    message: "TS2345: Argument of type 'Date' is not assignable to parameter of type 'string'.",
    hint: 'what would the string look like?',
    found: 'ISO. `date.toISOString()`. At midnight it becomes yesterday, why',
    moral: 'because it is UTC. Store in UTC, show in local, cry never',
  },
  {
    message: "TS18046: 'error' is of type 'unknown'.",
    hint: 'what do we do with unknown?',
    found: 'we say: show me first',
    moral: 'I am so proud',
  },
  {
    message: 'TS2589: Type instantiation is excessively deep and possibly infinite.',
    hint: 'did you copy that type from the internet?',
    found: '…it had a lot of stars',
    moral: 'a type that needs a warning label needs a smaller type',
  },
  {
    message: "TS2551: Property 'studens' does not exist on type 'School'. Did you mean 'students'?",
    hint: 'it even asks you politely',
    found: 'yes, I did mean students, thank you, sir',
    moral: 'better manners than most reviewers',
  },
];
