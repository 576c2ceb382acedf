import { knock, type Knock } from '../load/knock';
import type { Member } from '../load/people';
import type { Fault, Surroundings } from './fault';

const FIVE_MINUTES = 5 * 60_000;
/** Tokens have to be good by clocks that differ by up to a minute. */
const TOLERATED = 55_000;
const GATEWAYS = [1, 2, 3].map((number) => `realtime-gateway-${number}`);
const PROCESSES = ['users', 'chatrooms', 'messages', 'api-gateway', ...GATEWAYS];

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

/** F9: the wall clock of one that looks at tokens is off by less than what has to be tolerated: a good token stays one. */
const skewedClock = (name: string): Fault => ({
  ...{ kind: 'F9', what: `the clock of ${name} 55 s off, tokens stay good`, targets: [`clock of ${name}`] },
  lasts: [2_000, 4_000],
  async inject(surroundings) {
    const { rig, random, chapter } = surroundings;
    const byMs = random.pick([-TOLERATED, TOLERATED]);
    const wasSeen = await rig.clocks.shift(name, byMs);
    const member = random.pick(random.pick(chapter.rooms).members);
    const answer = await (name === 'api-gateway' ? askRest(member) : askSocket(member, name, surroundings));
    if (answer === 'unauthenticated') {
      const detail = `${name}, ${byMs / 1_000} s off, refused a token that is good`;
      chapter.breaches.push({ invariant: 'T', harm: 'wrong', room: '', detail });
    }
    return {
      async heal() {
        await rig.clocks.shift(name, 0);
        return wasSeen && answer === 'ok' ? `a token was good ${byMs / 1_000} s off` : null;
      },
    };
  },
});

async function askRest(member: Member): Promise<Knock['answer']> {
  try {
    const { status } = await (await member.api()).get('/users/me');
    return status === 200 ? 'ok' : status === 401 ? 'unauthenticated' : 'none';
  } catch {
    return 'none';
  }
}

async function askSocket(member: Member, name: string, { rig }: Surroundings): Promise<Knock['answer']> {
  const port = rig.doors[GATEWAYS.indexOf(name)]?.port ?? 0;
  try {
    const device = await knock(port, await member.token(true));
    device.close();
    return device.answer;
  } catch {
    return 'none';
  }
}

export const clockFaults: readonly Fault[] = [
  ...PROCESSES.map(wrongClock),
  ...['api-gateway', ...GATEWAYS].map(skewedClock),
];
