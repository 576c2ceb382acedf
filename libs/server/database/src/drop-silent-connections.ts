import { EventSubscriber, type AfterQueryEvent, type EntitySubscriberInterface } from 'typeorm';
import { connectionOf } from './connection-of';

/** What `pg` says when the server did not answer at all, not even that the statement took too long. */
const SILENCE = 'Query read timeout';

/**
 * Ends a connection on which the server has fallen silent (a half-open one). The driver gives up the statement only, and TypeORM
 * would put the connection back into the pool, where it would fail everybody who gets it.
 */
@EventSubscriber()
export class DropSilentConnections implements EntitySubscriberInterface {
  async afterQuery({ error, queryRunner }: AfterQueryEvent): Promise<void> {
    if (!(error instanceof Error) || error.message !== SILENCE) return;
    await (await connectionOf(queryRunner)).end();
  }
}
