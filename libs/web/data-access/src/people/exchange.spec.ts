import type { PublicProfile } from '@parley/contracts';
import { exchangeOf } from './exchange';

const skill = (name: string) => ({ id: `id-${name}`, name });
const lists = (teaches: string[], learns: string[]): Pick<PublicProfile, 'teaches' | 'learns'> => ({
  teaches: teaches.map((name) => ({ skill: skill(name), level: 'advanced', note: null })),
  learns: learns.map((name) => ({ skill: skill(name), level: null, note: null })),
});

describe('exchangeOf', () => {
  it('holds what each can teach the other, and how far it goes', () => {
    const exchange = exchangeOf(
      lists(['TypeScript', 'Chess'], ['Spanish', 'Guitar']),
      lists(['Spanish'], ['TypeScript', 'Chess', 'Go']),
    );
    expect(exchange.theyTeachYou).toEqual([{ skill: skill('Spanish'), level: 'advanced' }]);
    expect(exchange.youTeachThem.map(({ skill: { name } }) => name)).toEqual(['TypeScript', 'Chess']);
    expect(exchange.teachShare).toBe(0.5);
    expect(exchange.learnShare).toBeCloseTo(2 / 3);
  });

  it('is nothing where nobody wants to learn', () => {
    expect(exchangeOf(lists(['A'], []), lists(['B'], []))).toMatchObject({
      theyTeachYou: [],
      teachShare: 0,
      learnShare: 0,
    });
  });
});
