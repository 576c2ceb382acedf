import type { CommandData } from '@parley/contracts';
import type { Member } from './people';

/** What came of moving a read cursor. */
export type Read =
  | { readonly outcome: 'ok'; readonly cursor: number }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unknown' };

/** Moves a read cursor over a bare socket. */
export async function readBySocket(member: Member, roomId: string, seq: number): Promise<Read> {
  try {
    const ack = await member.bare.client.command<CommandData<'room:read'>>('room:read', { roomId, seq });
    if (ack.ok) return { outcome: 'ok', cursor: ack.data.lastReadSeq };
    return { outcome: ack.error.code === 'unavailable' ? 'unknown' : 'refused' };
  } catch {
    return { outcome: 'unknown' };
  }
}

/** Moves a read cursor over REST. */
export async function readByRest(member: Member, room: string, seq: number): Promise<Read> {
  try {
    const api = await member.api();
    const { status, body } = await api.put<CommandData<'room:read'>>(`/chatrooms/${room}/me/read`, { seq });
    if (status === 200) return { outcome: 'ok', cursor: body.lastReadSeq };
    return { outcome: status >= 500 ? 'unknown' : 'refused' };
  } catch {
    return { outcome: 'unknown' };
  }
}
