import { initials, steadyNumber } from './initials';

describe('initials', () => {
  it.each([
    ['Inês Carvalho', 'IC'],
    ['Tomás', 'T'],
    ['Ana María de la Cruz', 'AC'],
    ['Jean-Luc', 'JL'],
    ['(Bob) Smith', 'BS'],
    ['山田 太郎', '山太'],
    ['مريم', 'م'],
    ['  ', ''],
    ['👩🏽‍🎨', '👩🏽‍🎨'],
    ['e\u0301mile zola', 'E\u0301Z'],
    ['★★★', '★'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('steadyNumber', () => {
  it('is the same for the same text and within its bounds', () => {
    const numbers = Array.from({ length: 500 }, (_, index) => steadyNumber(`person-${index}`, 8));
    expect(new Set(numbers).size).toBe(8);
    expect(Math.max(...numbers)).toBeLessThan(8);
    expect(steadyNumber('person-1', 8)).toBe(numbers[1]);
  });
});
