import { commands, WireErrorSchema, type Command } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import type { Random } from '../faults/random';
import { exchange, statusOf } from './exchange';
import { hostileText, hostileValue, noise, spoilt, torn } from './hostile';
import { Finding, type Target, type Try } from './target';
import { frame, FuzzSocket, UPGRADE } from './fuzz-socket';

/** Payloads that would pass, to be spoilt. */
const payloads = (random: Random, { roomId, people }: Target): Record<string, unknown> => ({
  'message:send': { roomId, clientMessageId: randomUUID(), text: 'hello', replyToSeq: 1 },
  'message:edit': { roomId, seq: 1, text: 'hello' },
  'message:delete': { roomId, seq: random.between(2, 9) },
  'message:react': { roomId, seq: 1, emoji: '👍', on: true },
  'room:read': { roomId, seq: 1 },
  'typing:set': { roomId, active: false },
  'rooms:sync': { rooms: { [roomId]: 0 }, partial: true, read: { [roomId]: 0 } },
  'presence:watch': { userIds: people.map(({ id }) => id) },
  'presence:set': { active: true },
  'session:renew': { token: random.pick(people).grant.accessToken },
});

/** Commands by their names with payloads that are spoilt: each is acknowledged as the contract says. */
export const command: Try = async (random, target) => {
  const socket = await FuzzSocket.open(random.pick(target.gatewayPorts));
  try {
    await socket.join(random.pick(target.people).grant.accessToken);
    const name = random.chance(0.9) ? random.pick(Object.keys(commands)) : hostileText(random).slice(0, 1_000);
    const payload = spoilt(random, payloads(random, target)[name] ?? {});
    const args = random.chance(0.9) ? [payload] : [payload, hostileValue(random)];
    const text = JSON.stringify([name, ...args]);
    socket.text(`427${text}`);
    const answer = await socket.heard((packet) => packet.startsWith('437'));
    // Too large, or a name that Socket.IO keeps to itself: then the connection has ended.
    if (answer === null) return 'closed';
    assertAck(name, answer.slice(3), text);
    return (JSON.parse(answer.slice(3)) as [{ ok: boolean; error?: { code: string } }])[0].error?.code ?? 'ok';
  } finally {
    socket.close();
  }
};

function assertAck(name: string, answer: string, sent: string): void {
  const [ack] = JSON.parse(answer) as [{ ok?: unknown; data?: unknown; error?: { code?: unknown } }];
  const definition: Command | undefined = Object.entries<Command>(commands).find(([each]) => each === name)?.[1];
  const isSound =
    ack.ok === true
      ? definition?.data.safeParse(ack.data).success === true
      : WireErrorSchema.safeParse(ack.error).success;
  if (!isSound || ack.error?.code === 'unavailable') {
    throw new Finding(`${sent.slice(0, 400)}: acknowledged with ${answer.slice(0, 300)}`);
  }
}

const PACKETS = [
  ...[
    '0',
    '1',
    '2',
    '2probe',
    '3',
    '4',
    '5',
    '6',
    '7',
    '9',
    'b',
    'bAAAA',
    '40',
    '40{}',
    '40[]',
    '401',
    '40/admin,{}',
    '41',
    '41/x,',
  ],
  ...[
    '42',
    '42[]',
    '42[1]',
    '42[null]',
    '42["error"]',
    '42["connect"]',
    '42["disconnect"]',
    '42["newListener"]',
    '42["__proto__",{}]',
  ],
  ...[
    '420["message:send"]',
    '42999999999999999999["x"]',
    '43[]',
    '4399[{}]',
    '430',
    '44',
    '44"x"',
    '440{"message":1}',
    '45',
    '451-["x"]',
  ],
  ...[
    '451-["x",{"_placeholder":true,"num":"splice"}]',
    '451-["x",{"_placeholder":true,"num":-1}]',
    '451-["x",{"_placeholder":true,"num":9}]',
  ],
  ...[
    '4511-["x"]',
    '4599999999-["x"]',
    '461-[{"_placeholder":true,"num":0}]',
    '46',
    '47',
    '49',
    '4\u0000',
    '42["x",{"toString":1}]',
  ],
];

/** Packets of Engine.IO and Socket.IO that are torn or out of order, before or after the handshake. */
export const packets: Try = async (random, target) => {
  const socket = await FuzzSocket.open(random.pick(target.gatewayPorts));
  try {
    if (random.chance(0.6)) await socket.join(random.pick(target.people).grant.accessToken);
    for (let left = random.between(1, 6); left > 0; left--) {
      const packet = random.pick(PACKETS);
      if (random.chance(0.2)) socket.frame(2, noise(random, 200));
      else socket.frame(1, random.chance(0.4) ? torn(random, packet) : Buffer.from(packet));
    }
    // Whoever is still connected hears a pong to what no rule forbids.
    await socket.rest();
    for (const packet of socket.packets) {
      if (!/^[0-6b]/.test(packet)) throw new Finding(`an answer that is no packet: ${packet.slice(0, 100)}`);
    }
    return socket.isOver ? 'closed' : 'lives';
  } finally {
    socket.close();
  }
};

/** WebSocket frames that break its rules: reserved bits and opcodes, lengths, fragments without beginning or end, no mask. */
export const frames: Try = async (random, { gatewayPorts }) => {
  const pieces = Array.from({ length: random.between(1, 12) }, () => {
    const payload = random.chance(0.5) ? noise(random, 150) : Buffer.from(random.pick(PACKETS));
    const sound = frame(random.between(0, 15), payload, { isFinal: random.chance(0.7) });
    if (random.chance(0.3)) sound[0] = (sound[0] ?? 0) | (random.between(1, 7) << 4);
    if (random.chance(0.2)) sound[1] = random.between(0, 255);
    return random.chance(0.2) ? sound.subarray(0, random.between(1, sound.length)) : sound;
  });
  const { answer, isEnded } = await exchange(random.pick(gatewayPorts), Buffer.from(UPGRADE), { more: pieces });
  if (statusOf(answer) !== 101)
    throw new Finding(`the upgrade was answered with ${answer.subarray(0, 60).toString('latin1')}`);
  return isEnded ? 'closed' : 'lives';
};

/** Handshakes that are torn, of Engine.IO by its query and of WebSocket by its headers. */
export const upgrades: Try = async (random, { gatewayPorts, origin }) => {
  const value = (): string =>
    random.pick(['4', '3', '99', '', 'websocket', 'polling', '__proto__', 'a'.repeat(3_000), '%00', '%E0%A4%A']);
  const query = Array.from(
    { length: random.between(0, 4) },
    () => `${random.pick(['EIO', 'transport', 'sid', 't', 'j', 'b64', 'token'])}=${value()}`,
  );
  const text = random.chance(0.5)
    ? UPGRADE.replace(/\?\S*/, `?${query.join('&')}`)
    : UPGRADE.replace(
        /Sec-WebSocket-Key: \S+/,
        random.pick([
          'Sec-WebSocket-Key: x',
          'X: y',
          'Sec-WebSocket-Protocol: ,,',
          'Sec-WebSocket-Extensions: permessage-deflate; x=;',
        ]),
      );
  const bytes = random.chance(0.4) ? torn(random, text) : Buffer.from(text);
  const port = random.chance(0.7) ? random.pick(gatewayPorts) : Number(new URL(origin).port);
  const { answer, isEnded } = await exchange(port, bytes);
  const status = statusOf(answer);
  if (answer.length > 0 && status === null)
    throw new Finding(`no HTTP in answer to ${bytes.toString('latin1').slice(0, 300)}`);
  if (status !== null && status >= 500 && status !== 501 && status !== 505)
    throw new Finding(`${status} to ${bytes.toString('latin1').slice(0, 300)}`);
  return status === null ? (isEnded ? 'closed' : 'waits for more') : `${status}`;
};
