const POLL_MS = 500;

/**
 * Calls back once npm, which runs this, is gone: a kill -9 of npm is told to nobody. (Other signals npm passes on, as the
 * scripts of package.json begin with `exec`: the shell between would keep them to itself.) Run without npm, this process
 * may outlive its parent.
 * @param {() => void} callback
 */
export function whenNpmEnds(callback) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    callback();
  }, POLL_MS);
  timer.unref();
}
