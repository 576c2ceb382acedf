import { addProfile, emptyTree, shares, type CpuProfile } from './call-tree';
import { flameGraph } from './flame-graph';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 1 });

/** The root calls `handle` of ours, which calls `writev` of Node and a package; beside it nothing is done, and garbage is collected. */
const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
    { id: 2, callFrame: frame('handle<T>', 'file:///parley/dist/apps/realtime-gateway/main.js'), children: [3, 4] },
    { id: 3, callFrame: frame('writev') },
    { id: 4, callFrame: frame('encode', 'file:///parley/node_modules/@socket.io/parser/index.js') },
    { id: 5, callFrame: frame('(idle)') },
    { id: 6, callFrame: frame('(garbage collector)') },
  ],
  startTime: 1_000,
  // At 1,010 in `writev`, for 30 µs; at 1,040 in `encode`, for 10; at 1,050 idle, for 100; at 1,150 garbage, for 60; at 1,210 in `writev` again.
  samples: [3, 4, 5, 6, 3, 3],
  timeDeltas: [10, 30, 10, 100, 60, 500],
};

describe('a call tree', () => {
  it('holds what a process was busy with within the spans, and not what it waited', () => {
    const tree = emptyTree();
    addProfile(tree, profile, [
      [1_000, 1_100],
      [1_140, 1_200],
    ]);
    expect(tree.totalUs).toBe(100);
    const handle = tree.callees.get('parley handle<T>');
    expect(handle).toMatchObject({ totalUs: 40, selfUs: 0 });
    expect(handle?.callees.get('node writev')).toMatchObject({ totalUs: 30, selfUs: 30 });
    expect(tree.callees.get('engine (garbage collector)')).toMatchObject({ totalUs: 60, selfUs: 60 });
  });

  it('adds up over processes, and tells whose the time was, the most first', () => {
    const tree = emptyTree();
    for (let process = 0; process < 2; process++) addProfile(tree, profile, [[1_000, 1_200]]);
    expect(tree.totalUs).toBe(200);
    expect(shares(tree).owners).toEqual([
      ['engine', 0.6],
      ['node', 0.3],
      ['@socket.io/parser', 0.1],
      ['parley', 0],
    ]);
    expect(shares(tree).functions[1]).toEqual(['writev (node)', 0.3]);
  });
});

describe('a flame graph', () => {
  it('draws each call as wide as its share, with its name and owner, and leaves out what could not be seen', () => {
    const tree = emptyTree();
    addProfile(tree, profile, [[1_000, 1_200]]);
    tree.callees.set('parley tiny', { name: 'tiny', owner: 'parley', totalUs: 0.1, selfUs: 0.1, callees: new Map() });
    const drawn = flameGraph('parley gateway: 64 & more', tree);
    expect(drawn).toContain('parley gateway: 64 &#38; more');
    expect(drawn).toContain('<title>encode · @socket.io/parser · 10.0 %</title>');
    expect(drawn).toContain('handle&#60;T&#62;');
    expect(drawn).not.toContain('tiny');
    const widthOf = (name: string): number =>
      Number(new RegExp(`<title>${name}[^]*?width="([\\d.]+)"`).exec(drawn)?.[1]);
    expect(widthOf('writev') / widthOf('encode')).toBeCloseTo(3, 1);
  });
});
