import type { Change } from '@parley/contracts';
import { MessageCommands } from '@parley/server-edge';
import { die, type Failpoints, type Plant } from '@parley/server-failpoints';
import type { GatewaySocket } from '../connection/gateway-socket';
import { LiveSockets } from '../connection/live-sockets';
import { ChangeRelay } from '../facts/change-relay';
import { Reconciler } from '../facts/reconciler';

const DROPPED_OF = 1_000;

/**
 * Puts failpoints around publishing (`afterAnswer`: the sender has the acknowledgement and nobody else knows; `afterPublish`: the news is out), and the
 * mistake that is planted, into the classes that this process is made of.
 */
export function makeFaulty(failpoints: Failpoints, plant: Plant | undefined): void {
  const relay = methodOf<(this: ChangeRelay, changes: readonly Change[]) => void>(ChangeRelay.prototype, 'relay');
  let count = 0;
  ChangeRelay.prototype.relay = function (this: ChangeRelay, changes: readonly Change[]): void {
    const hasNews = changes.some(({ type }) => type === 'messageCreated');
    if (hasNews && failpoints.passes('afterAnswer')) return void die();
    let told = changes;
    if (plant === 'dropPublish') {
      told = changes.filter(({ type }) => type !== 'messageCreated' || ++count % DROPPED_OF !== 0);
    }
    if (plant === 'swapTwo') told = swapTwo(changes);
    relay.call(this, told);
    // The publication is on its way once the event loop has turned.
    if (hasNews && failpoints.passes('afterPublish')) setTimeout(() => void die(), 5);
  };
  // A publication that is lost is told again by who looks for gaps: the mistake is that nobody looks.
  if (plant === 'dropPublish') Reconciler.prototype.look = () => Promise.resolve();
  if (plant === 'leakToFormer') {
    LiveSockets.prototype.leave = function (this: LiveSockets, userId: string): readonly GatewaySocket[] {
      return this.ofUser(userId);
    };
  }
  if (plant === 'publishBeforeCommit') {
    type Send = (
      this: MessageCommands,
      ...call: Parameters<MessageCommands['send']>
    ) => ReturnType<MessageCommands['send']>;
    const send = methodOf<Send>(MessageCommands.prototype, 'send');
    MessageCommands.prototype.send = async function (this: MessageCommands, actor, input) {
      // The first answer comes, and is published, before the commit; the repeat waits for it at the room's lock.
      await send.call(this, actor, input);
      return send.call(this, actor, input);
    };
  }
}

/** A method as it is before it is replaced. */
function methodOf<Method>(prototype: object, name: string): Method {
  return Object.getOwnPropertyDescriptor(prototype, name)?.value as Method;
}

/** Every so often a message is told in the place of the one before it, and the other way round. */
let held: { readonly roomId: string; readonly seq: number; readonly revision: number } | undefined;
let seen = 0;
function swapTwo(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => {
    if (change.type !== 'messageCreated') return change;
    const { roomId, seq, revision } = change.message;
    if (held?.roomId === roomId) {
      const place = held;
      held = undefined;
      return { ...change, message: { ...change.message, seq: place.seq, revision: place.revision } };
    }
    if (++seen % 100 === 0) held = { roomId, seq, revision };
    return change;
  });
}
