import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { networkOf } from './network';
import { SecurityEventEntity, type SecurityEventName } from './security-event.entity';

/** What there is to say of an event besides its name and time. */
export interface EventFacts {
  /** Whose account; null for an address that has none. */
  readonly userId: string | null;
  /** Who did it, where it was not the owner. */
  readonly actorId?: string;
  /** The session, API key or report concerned. */
  readonly subjectId?: string;
  /** As the edge tells it; only its network is kept. */
  readonly client?: { readonly address?: string | undefined };
}

/** Writes an event, within the transaction that makes it true: there is none without the other. */
export async function recordEvent(
  manager: EntityManager,
  event: SecurityEventName,
  { userId, actorId, subjectId, client }: EventFacts,
): Promise<void> {
  await manager.insert(SecurityEventEntity, {
    ...{ id: uuidV7(), at: new Date(), event, userId },
    ...{ actorId: actorId ?? null, subjectId: subjectId ?? null, network: networkOf(client?.address) },
  });
}
