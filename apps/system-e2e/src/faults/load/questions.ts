import { randomUUID } from 'node:crypto';
import type { CommandData } from '@parley/contracts';
import type { Told } from '../history/events';
import type { Member } from './people';

/** Something that is asked about a room, or asked of it. */
export interface Question {
  readonly name: string;
  /** Whether it changes something where it is allowed. */
  readonly writes: boolean;
  /** Null where there was no answer. */
  ask(member: Member, room: string, seq: number): Promise<Told | null>;
}

type Path = (room: string, seq: number, userId: string) => string;
type Payload = (room: string, seq: number, userId: string) => object;

function rest(method: string, path: Path, body?: Payload): Question {
  return {
    ...{ name: `${method} ${path('{id}', 1, '{me}')}`, writes: method !== 'GET' },
    async ask(member, room, seq) {
      try {
        const api = await member.api();
        const call = body === undefined ? {} : { body: body(room, seq, member.userId) };
        const answer = await api.call<{ code?: string } | null>(method, path(room, seq, member.userId), call);
        return { code: answer.body?.code ?? String(answer.status), text: JSON.stringify(answer.body) };
      } catch {
        return null;
      }
    },
  };
}

function command(name: string, payload: Payload): Question {
  return {
    ...{ name, writes: true },
    async ask(member, room, seq) {
      const ack = await member.bare.client.command(name, payload(room, seq, member.userId)).catch(() => null);
      if (ack === null) return null;
      return { code: ack.ok ? 'ok' : ack.error.code, text: JSON.stringify(ack) };
    },
  };
}

/** Answers of a room that it names nothing but that one is not in it: as good as `not_found`. */
const sync: Question = {
  ...{ name: 'rooms:sync', writes: false },
  async ask(member, room) {
    const rooms = { [room]: 0 };
    const ack = await member.bare.client
      .command<CommandData<'rooms:sync'>>('rooms:sync', { rooms, partial: true })
      .catch(() => null);
    if (ack === null) return null;
    if (!ack.ok) return { code: ack.error.code, text: JSON.stringify(ack) };
    const isSilent = Object.keys(ack.data.rooms).length === 0 && ack.data.left.includes(room);
    return { code: isSilent ? 'not_found' : 'ok', text: JSON.stringify(ack) };
  },
};

const room = (id: string): string => `/chatrooms/${id}`;
const message = (id: string, seq: number): string => `${room(id)}/messages/${seq}`;
const text = 'Let me in';

/** All that can be asked about one room, by REST and by socket. */
export const questions: readonly Question[] = [
  rest('GET', room),
  rest('GET', (id) => `${room(id)}/messages`),
  rest('GET', (id) => `${room(id)}/messages?after=0&limit=200`),
  rest('GET', (id, seq) => `${room(id)}/messages?around=${seq}`),
  rest('GET', (id) => `/messages/search?q=edited&roomId=${id}`),
  sync,
  rest(
    'POST',
    (id) => `${room(id)}/messages`,
    () => ({ clientMessageId: randomUUID(), text }),
  ),
  rest('PATCH', message, () => ({ text })),
  rest('DELETE', message),
  rest('PUT', (id, seq) => `${message(id, seq)}/reactions/${encodeURIComponent('👍')}`),
  rest('DELETE', (id, seq) => `${message(id, seq)}/reactions/${encodeURIComponent('👍')}`),
  rest(
    'PUT',
    (id) => `${room(id)}/me/read`,
    (_, seq) => ({ seq }),
  ),
  rest(
    'PATCH',
    (id) => `${room(id)}/me`,
    () => ({ muted: true }),
  ),
  rest('PATCH', room, () => ({ title: text })),
  rest(
    'PUT',
    (id) => `${room(id)}/request`,
    () => ({ accept: true }),
  ),
  rest(
    'POST',
    (id) => `${room(id)}/members`,
    (_, __, userId) => ({ memberIds: [userId] }),
  ),
  rest('DELETE', (id, _, userId) => `${room(id)}/members/${userId}`),
  command('message:send', (roomId) => ({ roomId, clientMessageId: randomUUID(), text })),
  command('message:edit', (roomId, seq) => ({ roomId, seq, text })),
  command('message:delete', (roomId, seq) => ({ roomId, seq })),
  command('message:react', (roomId, seq) => ({ roomId, seq, emoji: '👍', on: true })),
  command('room:read', (roomId, seq) => ({ roomId, seq })),
  command('typing:set', (roomId) => ({ roomId, active: true })),
];
