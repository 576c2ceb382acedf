/** Loaded into each process of the fuzzed system: on SIGUSR2 it collects all garbage and writes down what is left. Needs `--expose-gc`. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.env.PARLEY_MEMORY_DIR;
let looks = 0;
if (directory !== undefined && globalThis.gc !== undefined) {
  process.on('SIGUSR2', () => {
    // Twice: what a finalizer lets go of is free after the second.
    globalThis.gc();
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    const file = join(directory, `${process.pid}.json`);
    writeFileSync(`${file}.new`, JSON.stringify({ look: ++looks, live: heapUsed + external, resident: rss }));
    renameSync(`${file}.new`, file);
  });
}
