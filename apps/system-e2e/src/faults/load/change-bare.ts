import type { Ack, Message } from '@parley/contracts';
import type { Changing } from '../history/events';
import { reactionsOf } from '../history/reactions';
import type { Member } from './people';

/** What came of changing a message. */
export type Changed = Pick<Changing, 'outcome' | 'answer'>;

type Asked = Pick<Changing, 'room' | 'seq' | 'change'>;

/** Edits, deletes or reacts over a bare socket. */
export async function changeBySocket(member: Member, { room: roomId, seq, change }: Asked): Promise<Changed> {
  const { kind, ...more } = change;
  let ack: Ack<Message>;
  try {
    ack = await member.bare.client.command<Message>(`message:${kind}`, { roomId, seq, ...more });
  } catch {
    return { outcome: 'info', answer: null };
  }
  if (ack.ok) return acknowledged(ack.data);
  return { outcome: ack.error.code === 'unavailable' ? 'info' : 'fail', answer: null };
}

/** The same over REST. */
export async function changeByRest(member: Member, { room, seq, change }: Asked): Promise<Changed> {
  const path = `/chatrooms/${room}/messages/${seq}`;
  try {
    const api = await member.api();
    const { status, body } =
      change.kind === 'edit'
        ? await api.patch<Message>(path, { text: change.text })
        : change.kind === 'delete'
          ? await api.delete<Message>(path)
          : await api.call<Message>(
              change.on ? 'PUT' : 'DELETE',
              `${path}/reactions/${encodeURIComponent(change.emoji)}`,
            );
    if (status === 200) return acknowledged(body);
    return { outcome: status >= 500 ? 'info' : 'fail', answer: null };
  } catch {
    return { outcome: 'info', answer: null };
  }
}

function acknowledged({ seq, revision, text, reactions }: Message): Changed {
  return { outcome: 'ok', answer: { seq, revision, text, reactions: reactionsOf(reactions) } };
}
