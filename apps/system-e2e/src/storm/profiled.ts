import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

/**
 * Runs a built program (`PROFILE_MAIN`) and leaves a CPU profile of its whole life in `PROFILE_DIR` when it ends: where its CPU went, for a look with
 * any viewer of `.cpuprofile` files. Run by Node as it is.
 */
const { PROFILE_MAIN: main = '', PROFILE_DIR: directory = '.', PROFILE_NAME: name = 'program' } = process.env;
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (_, { profile }) => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${name}-${process.pid}.cpuprofile`), JSON.stringify(profile));
  });
});
await import(main);
