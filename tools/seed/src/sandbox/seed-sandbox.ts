import { ParleyError } from '@parley/contracts';
import { conversations, longConversation, people, type Conversation } from '../content';
import { DEMO_PASSWORD } from '../demo-accounts';
import { seedConversation } from './seed-conversation';
import { seedPeople, signOut } from './seed-people';
import type { Services } from './services';

/** The room that is written last: where it is whole, the sandbox is. */
async function isSeeded({ users, chatrooms, messages }: Services, last: Conversation): Promise<boolean> {
  const { members, messages: script } = last;
  const [email = '', partner = ''] = members;
  try {
    const client = { userAgent: 'Parley sandbox' };
    const { user, sessionId } = await users.login({ email, password: DEMO_PASSWORD, session: 'token', client });
    const actor = { userId: user.id, sessionId };
    try {
      const found = await users.search(
        { query: people.find((person) => person.email === partner)?.displayName, limit: 1 },
        { actor },
      );
      const other = found.items[0];
      if (!other) return false;
      const { room } = await chatrooms.create({ room: { kind: 'direct', memberIds: [other.id] } }, { actor });
      const { states } = await messages.roomStates({ roomIds: [room.id] }, { actor });
      return (states[0]?.lastSeq ?? 0) >= script.length;
    } finally {
      await users.logout({}, { actor });
    }
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'unauthenticated') return false;
    throw error;
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
