const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something, at once and without waiting for anything, should this process end before that was called off: by a signal, by `process.exit`, or by an
 * error that nobody caught. Answers the function that calls it off.
 */
export function whenEnding(work: () => void): () => void {
  const end = (): void => process.exit(130);
  process.once('exit', work);
  for (const signal of SIGNALS) process.once(signal, end);
  return () => {
    process.off('exit', work);
    for (const signal of SIGNALS) process.off(signal, end);
  };
}
