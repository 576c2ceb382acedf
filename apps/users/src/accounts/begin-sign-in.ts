import type { SessionKind } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { recordEvent, type EventFacts } from '../security-events/record-event';
import { openSession, type OpenedSession } from '../sessions/open-session';
import { AccountEntity, type AccountStatus } from './account.entity';

/** Opens a session for whoever has proved all that the account asks for, within a transaction that holds its row. One that is deactivated is opened again. */
export async function beginSignIn(
  manager: EntityManager,
  { id, status }: { readonly id: string; readonly status: AccountStatus },
  {
    kind,
    client,
    ttlSeconds,
  }: { kind: SessionKind; client: { userAgent: string } & NonNullable<EventFacts['client']>; ttlSeconds: number },
): Promise<OpenedSession> {
  if (status === 'deactivated') {
    await manager.update(AccountEntity, { id }, { status: 'active' });
    await recordEvent(manager, 'reactivated', { userId: id, client });
  }
  const begun = await openSession(manager, { userId: id, kind, userAgent: client.userAgent, ttlSeconds });
  await recordEvent(manager, 'signed_in', { userId: id, subjectId: begun.sessionId, client });
  return begun;
}
