import type { Ack, Message } from '@parley/contracts';
import type { Sending } from '../history/events';
import type { Member } from './people';

/** What came of one try to send. `unknown`: the message may or may not be stored. */
export type Tried =
  | { readonly outcome: 'ok'; readonly seq: number; readonly id: string }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'unknown' };

type Sent = Pick<Sending, 'room' | 'clientMessageId' | 'text'>;

/** Sends over a bare socket. */
export async function sendBySocket(member: Member, { room: roomId, clientMessageId, text }: Sent): Promise<Tried> {
  let ack: Ack<Message>;
  try {
    ack = await member.bare.client.command<Message>('message:send', { roomId, clientMessageId, text });
  } catch {
    return { outcome: 'unknown' };
  }
  if (ack.ok) return { outcome: 'ok', seq: ack.data.seq, id: ack.data.id };
  return ack.error.code === 'unavailable' ? { outcome: 'unknown' } : { outcome: 'refused', code: ack.error.code };
}

/** Sends over REST. */
export async function sendByRest(member: Member, { room, clientMessageId, text }: Sent): Promise<Tried> {
  try {
    const api = await member.api();
    const { status, body } = await api.post<Message & { code?: string }>(`/chatrooms/${room}/messages`, {
      clientMessageId,
      text,
    });
    if (status === 200 || status === 201) return { outcome: 'ok', seq: body.seq, id: body.id };
    return status >= 500 ? { outcome: 'unknown' } : { outcome: 'refused', code: body.code ?? String(status) };
  } catch {
    return { outcome: 'unknown' };
  }
}
