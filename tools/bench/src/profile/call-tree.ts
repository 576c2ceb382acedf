/** What V8 writes with `--cpu-prof`: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile, times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  /** By the clock of `process.hrtime`. */
  readonly startTime: number;
  readonly samples: readonly number[];
  /** What lies between each sample and the one before. */
  readonly timeDeltas: readonly number[];
}

/** From and until when, in microseconds by the clock of `process.hrtime`. */
export type Span = readonly [from: number, until: number];

/** A function as it was called from there, and what it called. */
export interface Call {
  readonly name: string;
  /** The package it belongs to, `node`, `engine` for what V8 does by itself, or `parley`. */
  readonly owner: string;
  /** Microseconds in it and in what it called, and in it alone. */
  totalUs: number;
  selfUs: number;
  readonly callees: Map<string, Call>;
}

const IDLE = '(idle)';

export function emptyTree(): Call {
  return { name: 'busy', owner: 'engine', totalUs: 0, selfUs: 0, callees: new Map() };
}

/** Adds what a process did within the spans to the tree; what it waited is left out. */
export function addProfile(
  tree: Call,
  { nodes, samples, timeDeltas, startTime }: CpuProfile,
  spans: readonly Span[],
): void {
  const paths = pathsOf(nodes);
  let at = startTime;
  for (const [index, id] of samples.entries()) {
    at += timeDeltas[index] ?? 0;
    const path = paths.get(id) ?? [];
    // A sample holds until the next one.
    const us = timeDeltas[index + 1] ?? 0;
    if (path.at(-1)?.name === IDLE || !spans.some(([from, until]) => at >= from && at < until)) continue;
    add(tree, path, us);
  }
}

type Place = Pick<Call, 'name' | 'owner'>;

/** Of each node the calls that lead to it, from the outermost on. */
function pathsOf(nodes: CpuProfile['nodes']): Map<number, readonly Place[]> {
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const paths = new Map<number, readonly Place[]>();
  // Whoever calls is listed before those it calls; what comes first of all is the root, which is no call.
  for (const { id, callFrame } of nodes) {
    const caller = callers.get(id);
    if (caller === undefined) paths.set(id, []);
    else
      paths.set(id, [
        ...(paths.get(caller) ?? []),
        { name: callFrame.functionName || '(anonymous)', owner: ownerOf(callFrame) },
      ]);
  }
  return paths;
}

function add(tree: Call, path: readonly Place[], us: number): void {
  let call = tree;
  call.totalUs += us;
  for (const { name, owner } of path) {
    const key = `${owner} ${name}`;
    const callee = call.callees.get(key) ?? { name, owner, totalUs: 0, selfUs: 0, callees: new Map<string, Call>() };
    call.callees.set(key, callee);
    callee.totalUs += us;
    call = callee;
  }
  call.selfUs += us;
}

function ownerOf({ url, functionName }: CpuProfile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName.startsWith('(') && functionName !== '(anonymous)' ? 'engine' : 'node';
  if (url.startsWith('node:')) return 'node';
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? 'parley';
}

/** What each owner's functions used themselves, and each function, the most first, as shares of the whole. */
export function shares(tree: Call): Record<'owners' | 'functions', [name: string, share: number][]> {
  const owners = new Map<string, number>();
  const functions = new Map<string, number>();
  const visit = (call: Call): void => {
    owners.set(call.owner, (owners.get(call.owner) ?? 0) + call.selfUs);
    const name = `${call.name} (${call.owner})`;
    functions.set(name, (functions.get(name) ?? 0) + call.selfUs);
    for (const callee of call.callees.values()) visit(callee);
  };
  visit(tree);
  const ranked = (found: Map<string, number>): [string, number][] =>
    [...found]
      .map(([name, us]): [string, number] => [name, us / tree.totalUs])
      .toSorted((one, other) => other[1] - one[1]);
  return { owners: ranked(owners), functions: ranked(functions) };
}
