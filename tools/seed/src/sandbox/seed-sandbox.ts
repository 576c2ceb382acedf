import { ParleyError } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { conversations, longConversation, people, type Conversation } from '../content';
import { DEMO_PASSWORD } from '../demo-accounts';
import { seedConversation } from './seed-conversation';
import { seedPeople, signOut } from './seed-people';
import type { Services } from './services';

/** The room that is written last: where it is whole, the sandbox is. */
async function isSeeded({ users, chatrooms, messages }: Services, last: Conversation): Promise<boolean> {
  const { members, messages: script } = last;
  const actors: Actor[] = [];
  try {
    for (const email of members) {
      const client = { userAgent: 'Parley sandbox' };
      const { user, sessionId } = await users.login({ email, password: DEMO_PASSWORD, session: 'token', client });
      actors.push({ userId: user.id, sessionId });
    }
    const [owner, partner] = actors;
    if (!owner || !partner) return false;
    const { room } = await chatrooms.create(
      { room: { kind: 'direct', memberIds: [partner.userId] } },
      { actor: owner },
    );
    const { states } = await messages.roomStates({ roomIds: [room.id] }, { actor: owner });
    return (states[0]?.lastSeq ?? 0) >= script.length;
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    if (error.code === 'unauthenticated') return false;
    // One of the two has blocked the other since: somebody has used the sandbox.
    if (error.code === 'forbidden') return true;
    throw error;
  } finally {
    await signOut({ users }, actors);
  }
}

/** Fills the sandbox: people, conversations, and one long one. Does nothing where it is there. `tell` gets a line for each step. */
export async function seedSandbox(services: Services, tell: (progress: string) => void): Promise<void> {
  const last = longConversation(new Date());
  if (await isSeeded(services, last)) return tell('The sandbox is there already.');
  const actors = await seedPeople(services, people);
  tell(`${actors.size} people`);
  let count = 0;
  for (const conversation of conversations) count += await seedConversation(services, conversation, actors);
  tell(`${conversations.length} conversations with ${count} messages`);
  tell(`one conversation with ${await seedConversation(services, last, actors)} messages`);
  await signOut(services, actors.values());
}
