import type { FrontOptions } from '@parley/server-system';
import { freePorts } from '@parley/server-embedded';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Descriptors that a connection takes in a front: one on each side; and what a process needs besides. */
const DESCRIPTORS_EACH = 2;
const DESCRIPTORS_BESIDES = 500;

/** How many descriptors a process may have open. */
export function descriptorLimit(): number {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  // Node raises its own limit to the hard one.
  return Number(/^Max open files\s+\S+\s+(\d+)/m.exec(limits)?.[1] ?? 1_024);
}

/** As many fronts as it takes to carry so many connections with the descriptors that one process may have. */
export function frontsNeeded(connections: number): number {
  return Math.ceil((connections * DESCRIPTORS_EACH) / (descriptorLimit() - DESCRIPTORS_BESIDES));
}

/** Fronts in processes of their own, as several proxies are before a large installation. */
export class Fronts {
  private constructor(
    private readonly children: readonly ChildProcess[],
    readonly ports: readonly number[],
  ) {}

  static async open(count: number, options: Omit<FrontOptions, 'port'>, profileDir?: string): Promise<Fronts> {
    const ports = await freePorts(count);
    const profiling = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
    const children = ports.map(() =>
      fork(join(import.meta.dirname, 'front-process.ts'), { execArgv: [...process.execArgv, ...profiling] }),
    );
    const listening = children.map((child) => once(child, 'message'));
    for (const [index, child] of children.entries()) child.send({ ...options, port: ports[index] });
    await Promise.all(listening);
    return new Fronts(children, ports);
  }

  get pids(): number[] {
    return this.children.flatMap(({ pid }) => pid ?? []);
  }

  stop(): void {
    for (const child of this.children) child.disconnect();
  }
}
