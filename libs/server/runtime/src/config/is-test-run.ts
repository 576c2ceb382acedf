/** Whether this process runs tests; then it checks what would be too slow to check in production. */
export function isTestRun(): boolean {
  return process.env['NODE_ENV'] === 'test';
}
