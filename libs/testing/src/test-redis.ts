import { borrowRedis } from '@parley/server-embedded';

/** A Redis of a suite's own. */
export interface TestRedis {
  readonly url: string;
  /** Stops it. */
  close(): Promise<void>;
}

/** Starts the system's Redis or Valkey for one suite. */
export async function testRedis(): Promise<TestRedis> {
  const { url, giveBack } = await borrowRedis();
  return { url, close: giveBack };
}
