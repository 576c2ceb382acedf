import type { Fault } from './fault';

/** Two faults that begin and end together (F16). It took effect where both did. */
function together(one: Fault, other: Fault): Fault {
  return {
    ...{ kind: 'F16', what: `${one.kind}+${other.kind}: ${one.what}, ${other.what}` },
    targets: [...new Set([...one.targets, ...other.targets])],
    lasts: [Math.max(one.lasts[0], other.lasts[0]), Math.max(one.lasts[1], other.lasts[1])],
    async inject(surroundings) {
      const injections = [await one.inject(surroundings), await other.inject(surroundings)];
      return {
        async heal() {
          const effects = await Promise.all(injections.map((injection) => injection.heal()));
          return effects.includes(null) ? null : effects.join('; ');
        },
      };
    },
  };
}

/** The pairs that are always tried, beside those that chance brings. */
const PAIRS = [
  ['F3 Redis killed for 2 s', 'F1 kill -9 realtime-gateway-1'],
  ['F5 PostgreSQL: immediate stop and restart', 'F2 kill -9 messages'],
  ['F6 SIGSTOP realtime-gateway-2', 'F7 realtime-gateway-2 cut off Redis'],
] as const;

/** @param all the faults that the pairs are made of */
export function pairFaults(all: readonly Fault[]): Fault[] {
  const named = (name: string): Fault => {
    const fault = all.find(({ kind, what }) => `${kind} ${what}` === name);
    if (!fault) throw new Error(`There is no fault "${name}".`);
    return fault;
  };
  return PAIRS.map(([one, other]) => together(named(one), named(other)));
}
