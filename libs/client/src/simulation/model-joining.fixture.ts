import type { ModelRoom } from '../sync/model-room.fixture';
import type { Gateway, Line, ModelNetwork } from './model-network.fixture';
import type { VirtualTime } from './virtual-time.fixture';

/** As soon a gateway to which the news was lost has compared who is in the room, in milliseconds. */
const COMPARED_MS = 1_000;
/** Messages told after the joining at most. */
const SAID_MAX = 1_000;

/**
 * What gateways do when somebody has come into a room. Nothing of it is heard by them before the news is there; then they hear what is told, and are told of the
 * room once it was read, and after it of what was said since they joined: late, in the state that it is in by then, and the part that they have heard since, again.
 */
export class ModelJoining {
  constructor(
    private readonly time: VirtualTime,
    private readonly network: ModelNetwork,
    private readonly isServiceDown: () => boolean,
  ) {}

  begin(room: ModelRoom, userId: string, from: Gateway): void {
    const joinedSeq = room.messages.length;
    const lines = this.network.gateways.flatMap((gateway) => [...gateway.lines]);
    const newcomers = new Set(lines.filter((line) => line.userId === userId));
    for (const { deafTo } of newcomers) deafTo.add(room.id);
    this.network.carry(from, (gateway) => this.admit(gateway, room, userId, joinedSeq, newcomers));
    // Where the news is lost they hear it all the same, later; that nobody tells them of the room is for the client to find.
    this.time.after(COMPARED_MS, () => newcomers.forEach(({ deafTo }) => deafTo.delete(room.id)));
  }

  private admit(
    gateway: Gateway,
    room: ModelRoom,
    userId: string,
    joinedSeq: number,
    newcomers: ReadonlySet<Line>,
  ): void {
    const isHere = (line: Line): boolean => newcomers.has(line);
    for (const line of gateway.lines) if (isHere(line)) line.deafTo.delete(room.id);
    // Two readings, each at a moment of its own: what was said may have been changed since the room was read.
    this.read(gateway, room, userId, () => {
      const item = room.item(userId);
      this.read(gateway, room, userId, () => {
        const page = room.page({ after: String(joinedSeq), limit: String(SAID_MAX) });
        this.network.tell(gateway, isHere, 'room:joined', item);
        for (const message of page.messages)
          if (message.seq <= item.lastSeq) this.network.tell(gateway, isHere, 'message:created', message);
      });
    });
  }

  /** Whoever is out again by then is told nothing, and no more is who cannot be read. */
  private read(gateway: Gateway, room: ModelRoom, userId: string, then: () => void): void {
    const { life } = gateway;
    this.time.after(this.time.some(this.network.weather.hopMs), () => {
      if (gateway.life === life && room.has(userId) && !this.isServiceDown()) then();
    });
  }
}
