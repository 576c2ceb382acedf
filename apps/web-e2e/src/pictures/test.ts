import { PASSWORD, type Person } from '@parley/testing';
import { test as base, type Fixtures } from '../support/test';

let count = 0;

/**
 * As the tests of the suites, with addresses of people that look like some in the pictures. At the end of a test they close their accounts: whoever is found on one
 * screen would else be found once more, by the same name, on the next.
 */
export const test = base.extend<Pick<Fixtures, 'newcomer'> & { leaving: Person[] }>({
  // Made before all others, and so the last to end: in a browser that is still open somebody would be asked whether to leave.
  leaving: [
    async ({}, use) => {
      const people: Person[] = [];
      await use(people);
      // Whoever has another password by now, or is signed out, stays.
      for (const { api } of people) await api.post('/auth/deactivate', { password: PASSWORD });
    },
    { auto: true },
  ],
  newcomer: async ({ newcomer, leaving }, use, { workerIndex }) => {
    await use(async ({ name = 'Robin Test', ...more } = {}) => {
      const box = name
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/\p{M}/gu, '')
        .match(/[a-z]+/g)
        ?.slice(0, 2);
      const email = `${box?.join('.') ?? 'somebody'}@house${workerIndex}${String(++count).padStart(3, '0')}.example`;
      const person = await newcomer({ name, email, ...more });
      leaving.push(person);
      return person;
    });
  },
});
