import type { DomainThing } from './domain';

/** A small task over a list of things: how Ana asks for it, the code, and one remark. */
export interface CodeRecipe {
  readonly ask: (thing: DomainThing) => string;
  readonly code: (thing: DomainThing) => readonly string[];
  readonly remark: string;
}

export const codeRecipes: readonly CodeRecipe[] = [
  {
    ask: ({ many, flag }) => `I only want the ${many} that are ${flag}, shortest way?`,
    code: ({ one, many, flag }) => [`const ${flag}Only = ${many}.filter((${one}) => ${one}.${flag});`],
    remark: 'And name it after what is in it, never `filtered`',
  },
  {
    ask: ({ many, amount }) => `how do I add up all the ${amount} of my ${many}`,
    code: ({ one, many, amount }) => [`const total = ${many}.reduce((sum, ${one}) => sum + ${one}.${amount}, 0);`],
    remark: 'The 0 at the end matters: without it an empty list explodes',
  },
  {
    ask: ({ many }) => `newest ${many} on top please, they are upside down`,
    code: ({ many, date }) => [
      `const newestFirst = ${many}.toSorted((a, b) => b.${date}.getTime() - a.${date}.getTime());`,
    ],
    remark: '`toSorted` gives you a new list. `sort` would have changed the old one behind your back',
  },
  {
    ask: ({ one, amount }) => `which ${one} has the most ${amount}? I did it with a loop and shame`,
    code: ({ type, one, many, amount }) => [
      `function richest(${many}: readonly ${type}[]): ${type} | undefined {`,
      `  return ${many}.toSorted((a, b) => b.${amount} - a.${amount})[0];`,
      '}',
      '',
      `// undefined when there is no ${one} at all`,
    ],
    remark: 'A loop is no shame, by the way. This one just fits on a postcard',
  },
  {
    ask: ({ many, text }) => `I look up ${many} by ${text} a hundred times and it is slow`,
    code: ({ one, many, text }) => [
      `const by${text[0]?.toUpperCase() ?? ''}${text.slice(1)} = new Map(${many}.map((${one}) => [${one}.${text}, ${one}]));`,
    ],
    remark: 'Build the index once, ask it as often as you like',
  },
  {
    ask: ({ many, flag }) => `two lists from one: ${flag} ${many} here, the rest there`,
    code: ({ one, many, flag }) => [
      `const groups = Map.groupBy(${many}, (${one}) => (${one}.${flag} ? '${flag}' : 'rest'));`,
      `const here = groups.get('${flag}') ?? [];`,
    ],
    remark: 'The `?? []` is for the day on which one group is empty. That day always comes',
  },
  {
    ask: ({ one, flag }) => `I want to mark one ${one} as ${flag} without touching the others`,
    code: ({ type, one, many, flag }) => [
      `function mark(${many}: readonly ${type}[], id: string): ${type}[] {`,
      `  return ${many}.map((${one}) => (${one}.id === id ? { ...${one}, ${flag}: true } : ${one}));`,
      '}',
    ],
    remark: 'New list, new object, everybody else stays who they were',
  },
  {
    ask: ({ many, text }) => `the same ${text} is three times in my ${many}. I want each once`,
    code: ({ one, many, text }) => [`const distinct = [...new Set(${many}.map((${one}) => ${one}.${text}))];`],
    remark: 'A Set is the friend who never tells the same story twice',
  },
  {
    ask: ({ many }) => `show ${many} twenty at a time, with a button “more”`,
    code: ({ many }) => [
      `const page = ${many}.slice(shown, shown + 20);`,
      `const hasMore = shown + page.length < ${many}.length;`,
    ],
    remark: 'From a server it’s better to say “after this one” than “page 3”, pages move when something new arrives',
  },
  {
    ask: ({ one, date }) => `how do I show the date of a ${one} (${date}) like a human being, in Spanish`,
    code: ({ one, date }) => [
      "const day = new Intl.DateTimeFormat('es', { dateStyle: 'full', timeZone: 'Europe/Madrid' });",
      `day.format(${one}.${date}); // lunes, 9 de marzo…`,
    ],
    remark: 'Make the formatter once and keep it, it’s expensive to build',
  },
  {
    ask: ({ one, amount }) => `what if somebody types “muchos” into ${amount} of a ${one}`,
    code: ({ type, amount }) => [
      `function read${type}Number(input: string): number {`,
      '  const value = Number(input);',
      '  if (!Number.isInteger(value) || value < 0) {',
      `    throw new RangeError(\`${amount} must be a whole number, got "\${input}"\`);`,
      '  }',
      '  return value;',
      '}',
    ],
    remark: 'Check at the door and say what you got. You will thank yourself in the logs',
  },
  {
    ask: ({ many, date }) => `how many ${many} per month? I have ${date} and a headache`,
    code: ({ one, many, date }) => [
      'const perMonth = new Map<string, number>();',
      `for (const ${one} of ${many}) {`,
      `  const month = ${one}.${date}.toISOString().slice(0, 7);`,
      '  perMonth.set(month, (perMonth.get(month) ?? 0) + 1);',
      '}',
    ],
    remark: 'An honest loop. Sometimes that is the prettiest thing',
  },
];
