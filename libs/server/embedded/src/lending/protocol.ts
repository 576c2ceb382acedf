import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** The first line that a borrower sends; what it gets is its own for as long as the connection lasts. */
export interface LoanRequest {
  readonly workspace: string;
  /** A database, whose name begins with this word, or a Redis. */
  readonly want: { readonly database: string } | 'redis';
}

/** The one line that the lender answers. */
export type LoanAnswer = { readonly workspace: string } & ({ readonly url: string } | { readonly error: string });

/** Sends one message: a line of JSON. */
export function sendLine(socket: Socket, message: LoanRequest | LoanAnswer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** The first line that comes, parsed; undefined when the connection ends before it. Rejects when what comes is no JSON. */
export async function receiveLine(socket: Socket): Promise<unknown> {
  const lines = createInterface({ input: socket });
  const line = await new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(undefined));
    // It tells of the connection's errors for as long as that lasts, to nobody once the line has come: the connection's owner hears of its end.
    lines.on('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
  });
  return line === undefined ? undefined : JSON.parse(line);
}
