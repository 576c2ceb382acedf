import { test as base, type Fixtures } from '../support/test';

let count = 0;

/** As the tests of the suites, with addresses of people that look like some in the pictures. */
export const test = base.extend<Pick<Fixtures, 'newcomer'>>({
  newcomer: async ({ newcomer }, use, { workerIndex }) => {
    await use(({ name = 'Robin Test', ...more } = {}) => {
      const box = name
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/\p{M}/gu, '')
        .match(/[a-z]+/g)
        ?.slice(0, 2);
      const email = `${box?.join('.') ?? 'somebody'}@house${workerIndex}${String(++count).padStart(3, '0')}.example`;
      return newcomer({ name, email, ...more });
    });
  },
});
