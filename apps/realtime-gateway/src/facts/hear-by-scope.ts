import { facts, type Fact, type Scope } from '@parley/contracts';
import type { GatewaySocket } from '../connection/gateway-socket';

/** The names of the facts that these scopes do not cover. */
function unheardBy(scopes: ReadonlySet<Scope>): ReadonlySet<string> {
  return new Set(
    Object.entries<Fact>(facts).flatMap(([name, { scope }]) => (scope === null || scopes.has(scope) ? [] : [name])),
  );
}

/** A packet of Socket.IO that carries an event of the one namespace there is, as it is encoded: its type, and then the array of name and payload. */
const EVENT = /^2\["([^"\\]+)"/;
/** Packets that carry no fact: connect, disconnect, acknowledgement, refusal. */
const NO_EVENT = /^[0134]/;

/**
 * Lets a connection of an API key hear only the facts that the key's scopes cover. Whatever is told to a socket, to it alone or to its rooms, here or from
 * another node, goes through its connection at last: there it is held back, so that no place that tells something can forget it, and the sockets of
 * sessions pay nothing. What cannot be read is held back too.
 */
export function hearByScope(connection: Pick<GatewaySocket['conn'], 'write'>, scopes: ReadonlySet<Scope>): void {
  const unheard = unheardBy(scopes);
  if (unheard.size === 0) return;
  const isHeard = (data: unknown): boolean => {
    if (typeof data !== 'string') return false;
    const name = EVENT.exec(data)?.[1];
    return name === undefined ? NO_EVENT.test(data) : Object.hasOwn(facts, name) && !unheard.has(name);
  };
  const write = connection.write.bind(connection);
  connection.write = (data, ...rest) => {
    if (isHeard(data)) write(data, ...rest);
    return connection as GatewaySocket['conn'];
  };
}
