/** Run as a program by `borrow.ts`: lends to this workspace's tests until none has borrowed for ten seconds. */
import { runLender } from './lender';
import { lenderHome, lenderPort, workspaceKey } from './place';

await runLender({
  port: lenderPort,
  home: lenderHome,
  workspace: workspaceKey,
  idleMs: 10_000,
  log: (line) => process.stdout.write(`${line}\n`),
});
