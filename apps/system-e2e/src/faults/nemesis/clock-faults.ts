import type { Fault } from './fault';

const FIVE_MINUTES = 5 * 60_000;
const PROCESSES = [
  ...['users', 'chatrooms', 'messages', 'api-gateway'],
  ...[1, 2, 3].map((number) => `realtime-gateway-${number}`),
];

/** F9: one process's wall clock jumps five minutes ahead or back, and later to where it should be. */
const wrongClock = (name: string): Fault => ({
  ...{ kind: 'F9', what: `the clock of ${name} five minutes off`, targets: [`clock of ${name}`] },
  lasts: [4_000, 10_000],
  async inject({ rig, random }) {
    const byMs = random.pick([-FIVE_MINUTES, FIVE_MINUTES]);
    const wasSeen = await rig.clocks.shift(name, byMs);
    return {
      async heal() {
        await rig.clocks.shift(name, 0);
        return wasSeen ? `${name} was five minutes ${byMs > 0 ? 'ahead' : 'behind'}` : null;
      },
    };
  },
});

export const clockFaults: readonly Fault[] = PROCESSES.map(wrongClock);
