import type { OverviewItem, OwnProfile } from '@parley/contracts';
import { Api, type Person, type Places } from '@parley/testing';

/** The account of the sandbox to sign in as first, as every start of it says. */
export const DEMO = { email: 'ana@parley.example', password: 'teach me something' } as const;

/** What addresses in the sandbox are made of. */
export interface Sandbox {
  /** The room of most of its life. */
  readonly roomId: string;
  /** The other one in it. */
  readonly other: { readonly id: string; readonly name: string };
  readonly groupId: string;
  /** Another room with one person, to leave a draft in. */
  readonly drafted: { readonly roomId: string; readonly name: string };
  /** Who asked the account for a first contact. */
  readonly stranger: string;
}

/** Finds the rooms that are to be shown, and has somebody ask the demo account for a first contact with these words. */
export async function openSandbox({ origin }: Places, stranger: Person, words: string): Promise<Sandbox> {
  const { body } = await new Api(origin).post<{ user: OwnProfile; accessToken: string }>('/auth/login', {
    ...{ ...DEMO, session: 'token' },
  });
  const api = new Api(origin, body.accessToken);
  const rooms = (await api.get<{ items: OverviewItem[] }>('/chatrooms?limit=100')).body.items;
  const longest = rooms.toSorted((a, b) => b.lastSeq - a.lastSeq)[0];
  const group = rooms.find(({ kind }) => kind === 'group');
  const otherIn = (room: OverviewItem | undefined) => room?.members.find(({ user }) => user.id !== body.user.id)?.user;
  const other = otherIn(longest);
  const drafted = rooms.find(({ id, kind, request }) => kind === 'direct' && request === null && id !== longest?.id);
  const nameOfDrafted = otherIn(drafted)?.displayName;
  if (!longest || !group || !other || !drafted || !nameOfDrafted)
    throw new Error('The sandbox lacks the rooms that are to be shown.');
  const { body: request } = await stranger.api.post<{ id: string }>('/chatrooms', {
    ...{ kind: 'direct', memberIds: [body.user.id] },
  });
  await stranger.says(request.id, words);
  await api.patch(`/chatrooms/${longest.id}/me`, { pinned: true });
  await api.post('/auth/logout');
  const named = { id: other.id, name: other.displayName };
  return {
    ...{ roomId: longest.id, other: named, groupId: group.id, stranger: stranger.grant.user.displayName },
    drafted: { roomId: drafted.id, name: nameOfDrafted },
  };
}
