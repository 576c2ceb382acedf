import type { Bench } from '../bench';
import type { Aims, Comparison } from '../comparison';
import { bothSides, type NamedLoad } from '../live/both-sides';
import type { Shape } from '../live/seating';

const CHARACTERS = 100;
const MEASURED_MS = 10_000;

function paced(name: string, perSecond: number, aims: Aims = {}): NamedLoad {
  return { name, pace: { perSecond }, ms: MEASURED_MS, characters: CHARACTERS, aims };
}

/** A load on the whole product, beside the same one on bare Socket.IO with Redis, two nodes each. `--size` makes it fewer connections, by fewer rooms. */
function live(summary: string, shape: Shape, loads: readonly NamedLoad[]): Bench<Comparison[]> {
  return {
    summary,
    run: ({ size = shape.rooms * shape.members, ...options }) => {
      const rooms = Math.max(1, Math.round(size / shape.members));
      return bothSides({ ...shape, rooms }, loads, { size, ...options });
    },
  };
}

/** Two people to a room. */
export const pairs = live(
  '500 rooms of two, 200 and 1,000 messages/s, beside bare Socket.IO',
  { rooms: 500, members: 2 },
  [
    paced('200 messages/s', 200, { 'ack p99 ms': { of: 'ours', atMost: 15 } }),
    paced('1,000 messages/s', 1_000, { 'CPU µs/delivery': { of: 'ratio', atMost: 1.25 } }),
  ],
);

/** Groups; at last as many deliveries as go: so few messages are in flight that nobody waits for long. */
export const fanout = live(
  '10 rooms of 100, 20,000 deliveries/s and as many as go, beside bare Socket.IO',
  { rooms: 10, members: 100 },
  [
    paced('2,000 deliveries/s', 20),
    paced('20,000 deliveries/s', 200, { 'CPU µs/delivery': { of: 'ratio', atMost: 1.25 } }),
    {
      ...{ name: 'as many as go', pace: { inFlight: 16 }, ms: MEASURED_MS, characters: CHARACTERS },
      aims: { 'deliveries/s': { of: 'ratio', atLeast: 0.7 }, 'delivery p99 ms': { of: 'ours', atMost: 250 } },
    },
  ],
);

/** One room in which everybody is. */
export const hotRoom = live('a room of 1,000, 20 messages/s, beside bare Socket.IO', { rooms: 1, members: 1_000 }, [
  paced('20 messages/s', 20),
]);

/** As fast as it goes. */
export const closedLoop = live(
  '64 messages in flight in 500 rooms of two, beside bare Socket.IO',
  { rooms: 500, members: 2 },
  [
    {
      ...{ name: '64 in flight', pace: { inFlight: 64 }, ms: MEASURED_MS, characters: CHARACTERS },
      aims: { 'CPU µs/message': { of: 'ratio', atMost: 1 } },
    },
  ],
);
