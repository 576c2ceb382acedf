import { startEmbeddedPostgres } from './start-embedded-postgres';

/**
 * Run as a program: starts PostgreSQL in the directory given and holds it until it is killed, as a launcher does.
 * Prints the server's port and pid as one line of JSON.
 */
const [dataDir = ''] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDir, databases: ['held'], durable: false, log: () => undefined });
process.stdout.write(`${JSON.stringify({ port: postgres.port, pid: postgres.process.identity?.pid })}\n`);
setInterval(() => undefined, 60_000);
