import { chromium, type Browser } from '@playwright/test';
import { aPerson, chromiumArguments, findChromium, throwAwaySystem, type Person } from '@parley/testing';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { fillConversation } from './long-room';
import { fillOverview } from './many-rooms';
import { settle } from './rooms';

/** The built product with people and rooms in it, and a browser to look at it with. */
export interface WebSystem {
  readonly browser: Browser;
  readonly origin: string;
  /** The built site, as it is served. */
  readonly siteDir: string;
  /** Somebody with one conversation that is as long as was asked for. */
  readonly reader: Person;
  readonly roomId: string;
  /** What the newest message of it ends with. */
  readonly newest: string;
  /** Whom it is with. */
  readonly otherName: string;
  /** Somebody with 2,000 rooms. */
  readonly busy: Person;
  stop(): Promise<void>;
}

export const ROOMS = 2_000;
const PROGRAMS = 'users,chatrooms,messages,api-gateway,realtime-gateway,web';
const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);

/** Builds everything as `npm start` does, starts it on databases of its own and fills them. */
export async function webSystem(size: number, say: (line: string) => void): Promise<WebSystem> {
  say('Building …');
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  await run(process.execPath, [nx, 'run-many', '--target=build', `--projects=${PROGRAMS}`], {
    ...{ cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, maxBuffer: 2 ** 26 },
  });
  const siteDir = join(root, 'dist/apps/web/browser');
  const executablePath = await findChromium(say);
  const { places, postgres, stop: stopSystem } = await throwAwaySystem({ gateways: 1, distDir: join(root, 'dist') });
  const pools = (['messages', 'chatrooms'] as const).map(
    (name) => new Pool({ connectionString: postgres.urlFor(name), max: 1 }),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(pools.map((pool) => pool.end()));
    await stopSystem();
  };
  try {
    const [messages, chatrooms] = pools as [Pool, Pool];
    const [reader, other] = [
      await aPerson(places, { name: 'Ana Marques' }),
      await aPerson(places, { name: 'Ben Okafor' }),
    ];
    const busy = await aPerson(places, { name: 'Busy Bee' });
    const others = [];
    for (let one = 1; one <= 12; one++) others.push(await aPerson(places, { name: `Guest ${one}` }));
    const { id: roomId } = await reader.directRoomWith(other);
    say(`Filling a room with ${size} messages, and an overview with ${ROOMS} rooms …`);
    await fillConversation(messages, roomId, [reader.id, other.id], size);
    await fillOverview(
      { messages, chatrooms },
      busy.id,
      others.map(({ id }) => id),
      ROOMS,
    );
    for (const pool of pools) await settle(pool);
    const browser = await chromium.launch({ executablePath, args: chromiumArguments });
    return {
      ...{
        browser,
        origin: places.origin,
        siteDir,
        reader,
        roomId,
        newest: ` m${size}`,
        otherName: 'Ben Okafor',
        busy,
      },
      stop: async () => {
        await browser.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
