import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@parley/server-embedded';
import { Client } from 'pg';
import { bundleOf, containerEnvironment, writeSecrets } from './bundle.fixture';
import { findOrInstall } from './program.fixture';
import { compose, inWorkspace } from './workspace';

const run = promisify(execFile);
const psql = await findOrInstall('psql', 'postgresql-client');
const SERVICES = ['users', 'chatrooms', 'messages'];

if (psql === undefined) {
  it.skip('could not be checked: there is no psql on this machine', () => undefined);
} else {
  describe('the job "databases"', () => {
    let directory: string;
    let secrets: string;
    let postgres: EmbeddedPostgres;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'parley-databases-'));
      secrets = join(directory, 'secrets');
      postgres = await startEmbeddedPostgres({
        dataDir: join(directory, 'data'),
        durable: false,
        log: () => undefined,
      });
      await writeSecrets(secrets, { postgres: `127.0.0.1:${postgres.port}` });
      await writeFile(join(secrets, 'postgres_password'), await superuserPassword());
    });
    afterAll(async () => {
      await postgres.destroy();
      await rm(directory, { recursive: true });
    });

    /** Of the account that made the cluster, which nothing else of ours uses. */
    async function superuserPassword(): Promise<string> {
      const passwords = JSON.parse(await readFile(join(directory, 'data/passwords.json'), 'utf8')) as Record<
        string,
        string
      >;
      return passwords['parley_admin'] ?? '';
    }

    /** Runs the job's script as its container would, against this PostgreSQL. */
    function ensureDatabases(): Promise<{ stdout: string; stderr: string }> {
      const env = {
        PATH: `${dirname(psql ?? '')}:/usr/bin:/bin`,
        SECRETS_DIRECTORY: secrets,
        PGHOST: '127.0.0.1',
        PGPORT: String(postgres.port),
        PGUSER: 'parley_admin',
        PGDATABASE: 'postgres',
      };
      return run('/bin/sh', [inWorkspace('docker/postgres/ensure-databases.sh')], { env, timeout: 20_000 });
    }

    /** Asks one question under that URL. */
    async function ask(url: string, question = 'SELECT current_database()'): Promise<unknown> {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
      try {
        await client.connect();
        const { rows } = await client.query<Record<string, unknown>>(question);
        return rows;
      } finally {
        await client.end();
      }
    }

    const countTables = `SELECT count(*)::int > 1 AS migrated FROM pg_tables WHERE schemaname = 'public'`;
    const urlOf = async (service: string): Promise<string> =>
      (await readFile(join(secrets, `${service}_database_url`), 'utf8')).trim();

    it('makes what each service finds under its URL, and says no password', async () => {
      const { stdout, stderr } = await ensureDatabases();
      expect(`${stdout}${stderr}`.split('\n').filter(Boolean)).toEqual(
        SERVICES.map((service) => `The database of ${service} is there.`),
      );
      for (const service of SERVICES) expect(await ask(await urlOf(service))).toEqual([{ current_database: service }]);
    });

    it('lets every migration job do its work', async () => {
      const { services } = compose();
      for (const service of SERVICES) {
        const job = services[`${service}-migrate`];
        const bundle = services[service] === undefined ? '' : bundleOf(services[service]);
        if (job === undefined) throw new Error(`no job for ${service}`);
        const env = containerEnvironment(job, secrets);
        const { stdout } = await run(process.execPath, [join(bundle, job.command?.at(-1) ?? '')], {
          env,
          timeout: 60_000,
        });
        expect(stdout).toMatch(/pending and are done/);
      }
      for (const service of SERVICES)
        expect(await ask(await urlOf(service), countTables)).toEqual([{ migrated: true }]);
    });

    it('lets a role into its own database alone, as nobody special', async () => {
      const url = await urlOf('users');
      for (const other of ['chatrooms', 'messages', 'postgres', 'template1'])
        await expect(ask(url.replace(/\/users$/, `/${other}`))).rejects.toThrow('permission denied for database');
      expect(
        await ask(url, 'SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user'),
      ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false }]);
    });

    it('changes nothing when it runs again, but for a password that was changed', async () => {
      const before = await urlOf('users');
      const after = before.replace('a1b2c3d4', 'e5f6a7b8');
      await writeFile(join(secrets, 'users_database_url'), after);
      await ensureDatabases();
      await expect(ask(before)).rejects.toThrow('password authentication failed');
      expect(await ask(after, countTables)).toEqual([{ migrated: true }]);
    });

    it.each([
      ['another role', 'postgresql://chatrooms:abc@postgres/users'],
      ['another database', 'postgresql://users:abc@postgres/messages'],
      ['no password', 'postgresql://users:@postgres/users'],
      ['a password that would need quoting', `postgresql://users:a'b@postgres/users`],
      ['something else', 'hello'],
    ])('refuses a URL with %s before it changes anything, without showing it', async (_, url) => {
      const good = await readFile(join(secrets, 'users_database_url'), 'utf8');
      await writeFile(join(secrets, 'users_database_url'), url);
      const refusal: unknown = await ensureDatabases().catch((error: unknown) => error);
      await writeFile(join(secrets, 'users_database_url'), good);
      expect(refusal).toMatchObject({ code: 1, stdout: '' });
      expect(refusal).toMatchObject({
        stderr: expect.stringContaining('must be postgresql://users:<password>@<host>/users'),
      });
      expect(refusal).toMatchObject({ stderr: expect.not.stringContaining(url) });
    });
  });
}
