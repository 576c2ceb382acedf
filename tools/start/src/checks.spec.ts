import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '@parley/server-embedded';
import { checkDisk } from './checks';
import { workspaceAt } from './workspace';

describe('checkDisk', () => {
  const root = mkdtempSync(join(tmpdir(), 'parley-disk-'));
  const workspace = workspaceAt(root);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('says in one sentence that the disk is full, how much is free and how much is needed', () => {
    const full = `The disk is full: 12 MB are free where ${root} lies, and Parley needs 800 MB.`;
    expect(() => checkDisk(workspace, 12)).toThrow(new StartupError(full));
    expect(() => checkDisk(workspace, 0)).toThrow(StartupError);
  });

  it('asks for less once there is a build', () => {
    expect(() => checkDisk(workspace, 300)).toThrow(StartupError);
    mkdirSync(workspace.distDir);
    checkDisk(workspace, 300);
    expect(() => checkDisk(workspace, 199)).toThrow('Parley needs 200 MB');
  });
});
