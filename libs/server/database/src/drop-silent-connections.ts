import { EventSubscriber, type AfterQueryEvent, type EntitySubscriberInterface } from 'typeorm';
import { connectionOf } from './connection-of';
import { isSilence } from './silence';

/**
 * Ends a connection on which the server has fallen silent (a half-open one). The driver gives up the statement only, and TypeORM
 * would put the connection back into the pool, where it would fail everybody who gets it.
 */
@EventSubscriber()
export class DropSilentConnections implements EntitySubscriberInterface {
  async afterQuery({ error, queryRunner }: AfterQueryEvent): Promise<void> {
    if (isSilence(error)) await (await connectionOf(queryRunner)).end();
  }
}
