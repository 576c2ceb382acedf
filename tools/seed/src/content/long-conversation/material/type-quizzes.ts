/** A line of code, what Ana guesses, and what Jonas says to it. */
export interface TypeQuiz {
  readonly code: readonly string[];
  readonly guess: string;
  readonly verdict: string;
}

export const typeQuizzes: readonly TypeQuiz[] = [
  {
    code: ["const city = 'Cali';"],
    guess: 'string!',
    verdict: 'narrower: `"Cali"`. It is const, it will be Cali for ever',
  },
  {
    code: ["let city = 'Cali';"],
    guess: 'now it is string because it may move to Valencia',
    verdict: 'genau. Poetic and right',
  },
  {
    code: ['const pair = [1, "uno"];'],
    guess: '[number, string]',
    verdict: 'nearly: `(string | number)[]`. It does not assume that you keep seats',
  },
  {
    code: ['const first = [10, 20, 30][5];'],
    guess: 'number… but there is no fifth',
    verdict: 'number | undefined, if you switch on noUncheckedIndexedAccess. Please do',
  },
  {
    code: ["const n = Number('doce');"],
    guess: 'number, but it is nothing',
    verdict: 'right, and the nothing is called NaN, which is of type number. Yes. I know',
  },
  {
    code: ['type T = string & number;'],
    guess: 'a thing that is both',
    verdict: 'and no such thing exists, so: `never`',
  },
  { code: ['const x = JSON.parse(text);'], guess: 'object', verdict: '`any`. The wolf. Put it into `unknown` at once' },
  { code: ['type K = keyof { uno: 1; dos: 2 };'], guess: '"uno" | "dos"', verdict: '✔️ without blinking' },
  {
    code: ['const f = async () => 7;'],
    guess: 'number',
    verdict: 'what you get after waiting, yes. Before: `Promise<number>`',
  },
  {
    code: ['const m = new Map();'],
    guess: 'Map<string, ?>',
    verdict: 'Map<any, any>, so always write what goes in: `new Map<string, Student>()`',
  },
  {
    code: ['type A = Awaited<Promise<Promise<string>>>;'],
    guess: 'a promise of a string?',
    verdict: 'string. Awaited unwraps until there is no paper left',
  },
  {
    code: ['const o = { a: 1 } as const;'],
    guess: '{ a: 1 } and nobody touches it',
    verdict: 'exactly: `{ readonly a: 1 }`',
  },
  {
    code: ['const r = Math.max(...[]);'],
    guess: '0?',
    verdict: '-Infinity. The maximum of no apples is very, very small',
  },
  {
    code: ['type P = Parameters<typeof parseInt>;'],
    guess: 'what goes into parseInt',
    verdict: '`[string: string, radix?: number]`, with the names even',
  },
  {
    code: ['const s = [3, 1, 10].sort();'],
    guess: '1, 3, 10',
    verdict: '1, 10, 3. It sorts them as words unless you ask nicely',
  },
  {
    code: ['const t = typeof null;'],
    guess: '"null", obviously',
    verdict: '"object". Since 1995. We don’t talk about it',
  },
  {
    code: ["const u = ['a', undefined, 'b'].filter(Boolean);"],
    guess: 'string[]?',
    verdict: 'sadly not always. Write the check yourself and it understands: `(s) => s !== undefined`',
  },
  { code: ['type N = NonNullable<string | null | undefined>;'], guess: 'string, the rest went home', verdict: '👌' },
  {
    code: ["const d = new Date('2025-02-31');"],
    guess: 'an error, February is short',
    verdict: 'in Chrome it rolls on into March, in Firefox it is invalid. Dates are worse than the subjunctive',
  },
  {
    code: ['const z = 0.1 + 0.2;'],
    guess: '0.3 hahaha I know this one: 0.30000000000000004',
    verdict: 'I have nothing more to teach you',
  },
  {
    code: ["const e = 'año'.length;"],
    guess: '3',
    verdict: '3 or 4, depends on how the ñ was typed. `normalize()` first. Your language, your problem 😄',
  },
  { code: ["type R = ReturnType<() => 'hola'>;"], guess: "'hola'", verdict: 'hola' },
];
