import type { DomainThing } from './domain';

/** Something Ana wrote, what Jonas sees in it, and how it ends. */
export interface CodeReview {
  readonly before: (thing: DomainThing) => readonly string[];
  readonly remark: (thing: DomainThing) => string;
  readonly after?: (thing: DomainThing) => readonly string[];
  readonly moral: string;
}

export const codeReviews: readonly CodeReview[] = [
  {
    before: ({ type, one }) => [
      `function save(${one}: ${type}, notify: boolean, draft: boolean) { … }`,
      '',
      `save(${one}, true, false);`,
    ],
    remark: () => 'what does `true, false` mean at the call? I had to scroll. So will you in May',
    after: ({ one }) => [`save(${one}, { notify: true, draft: false });`],
    moral: 'booleans with names, noted. “True false” sounds like my love life',
  },
  {
    before: ({ one, flag, amount }) => [
      `if (${one}) {`,
      `  if (${one}.${flag}) {`,
      `    if (${one}.${amount} > 0) {`,
      `      show(${one});`,
      '    }',
      '  }',
      '}',
    ],
    remark: () => 'a staircase! Turn the questions round and leave early',
    after: ({ one, flag, amount }) => [`if (!${one}?.${flag} || ${one}.${amount} === 0) return;`, `show(${one});`],
    moral: 'leaving early: finally a rule for my character',
  },
  {
    before: ({ many }) => [`const data2 = ${many};`, 'const temp = data2[0];'],
    remark: ({ many, one }) =>
      `data2 is ${many}, temp is the first ${one}. You know that, you just didn’t write it down`,
    moral: 'where is data1? Nobody knows. Rest in peace',
  },
  {
    before: ({ one, amount }) => [`if (${one}.${amount} > 45) {`, `  archive(${one});`, '}'],
    remark: () => 'why 45? In a year you will ask the same, and I won’t be there',
    after: ({ amount }) => [
      `const MOST_${amount.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()} = 45; // what fits on one screen`,
    ],
    moral: 'it was my age when I wrote it, no, it was the tram line',
  },
  {
    before: ({ type, many, date }) => [
      `function latest(${many}: ${type}[]) {`,
      `  return ${many}.sort((a, b) => +b.${date} - +a.${date})[0];`,
      '}',
    ],
    remark: ({ many }) => `you asked for one and on the way you rearranged everybody’s ${many}`,
    after: ({ many, date }) => [`return ${many}.toSorted((a, b) => b.${date}.getTime() - a.${date}.getTime())[0];`],
    moral: 'like looking for a spoon and moving the kitchen. My mother does it',
  },
  {
    before: ({ one, many }) => [
      `for (let i = 0; i <= ${many}.length; i++) {`,
      `  const ${one} = ${many}[i];`,
      `  print(${one});`,
      '}',
    ],
    remark: () => 'one fence post too many: `<=`. And you never need the i',
    after: ({ one, many }) => [`for (const ${one} of ${many}) print(${one});`],
    moral: 'so THAT was the undefined at the end. He had been living there since June',
  },
  {
    before: ({ one }) => ['try {', `  await remove(${one});`, '} catch {', '  // nothing', '}'],
    remark: () => 'the comment says “nothing”, and that’s what you will know when it breaks',
    after: ({ one, text }) => ['} catch (error) {', `  report(\`could not remove \${${one}.${text}}\`, error);`, '}'],
    moral: 'I swept it under the carpet and you lifted the carpet. Fair',
  },
  {
    before: ({ one, flag }) => [`const result = ${one}.${flag} === true ? true : false;`],
    remark: ({ one, flag }) => `\`${one}.${flag}\`. That’s it, that’s the whole review 😄`,
    moral: 'I wanted to be SURE',
  },
  {
    before: ({ type, one }) => [`const ${one} = JSON.parse(text) as ${type};`],
    remark: ({ one }) => `“as” is you promising it. Who checked the ${one}? Nobody. At the door, Ana`,
    after: ({ one, type }) => [`const ${one} = parse${type}(JSON.parse(text)); // throws when it is something else`],
    moral: 'the door again. I will tattoo a door',
  },
];
