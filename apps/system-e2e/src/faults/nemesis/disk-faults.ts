import { untilBack, type Fault, type Surroundings } from './fault';

const SERVICES = ['users', 'chatrooms', 'messages'];
const DISK_FULL = '53100';

/** Has PostgreSQL refuse every new message as it does where its disk is full. */
export const REFUSE_MESSAGES = `
  CREATE OR REPLACE FUNCTION refuse_as_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DROP TRIGGER IF EXISTS full_disk ON messages;
  CREATE TRIGGER full_disk BEFORE INSERT ON messages FOR EACH STATEMENT EXECUTE FUNCTION refuse_as_full()`;
/** Tells whether it does: the trigger fires although there is nothing to insert. */
export const TRY_A_MESSAGE = 'INSERT INTO messages SELECT * FROM messages LIMIT 0';
export const TAKE_MESSAGES_AGAIN =
  'DROP TRIGGER IF EXISTS full_disk ON messages; DROP FUNCTION IF EXISTS refuse_as_full';

/** PostgreSQL is there, and refuses every new message as it does where its disk is full. */
const writesRefused: Fault = {
  ...{ kind: 'F10', what: 'PostgreSQL refuses every message: 53100', targets: ['postgres'], lasts: [2_000, 6_000] },
  async inject({ database }) {
    await database.run(REFUSE_MESSAGES);
    const answer = await database.tries(TRY_A_MESSAGE);
    return {
      async heal() {
        await database.run(TAKE_MESSAGES_AGAIN);
        return answer === DISK_FULL ? 'new rows were refused with 53100' : null;
      },
    };
  },
};

/** The file system that PostgreSQL keeps everything on has no byte left: tables cannot grow, and sooner or later the log of changes cannot either. */
const diskFull: Fault = {
  ...{ kind: 'F10', what: 'the disk under PostgreSQL is full', targets: ['postgres'], lasts: [5_000, 12_000] },
  async inject({ rig, database }) {
    const process = rig.process('postgres');
    const before = process.ends;
    await rig.disk?.fill();
    // Far more than there is; gone with its connection.
    const answer = await database.tries(
      'CREATE TEMP TABLE ballast AS SELECT repeat(md5(n::text), 100) FROM generate_series(1, 20000) n',
    );
    return {
      async heal() {
        await rig.disk?.clear();
        await database.run('SELECT 1');
        await allReady({ rig });
        const end = process.ends > before ? `, and ended ${process.ends - before} times` : '';
        return answer === DISK_FULL || end !== '' ? `PostgreSQL answered ${answer ?? 'nothing'}${end}` : null;
      },
    };
  },
};

async function allReady({ rig }: Pick<Surroundings, 'rig'>): Promise<void> {
  await Promise.all(SERVICES.map((name) => untilBack(rig, name)));
}

export const refusedWrites: readonly Fault[] = [writesRefused];
/** Only for a rig whose PostgreSQL is on a disk of its own. */
export const diskFaults: readonly Fault[] = [diskFull];
