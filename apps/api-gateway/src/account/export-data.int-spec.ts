import type { ExportRecord } from '@parley/contracts';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

interface Page {
  items: ExportRecord[];
  nextCursor: string | null;
}

/** Every answer of one export. */
async function exported(userId: string): Promise<Page[]> {
  const as = await gateway.world.token(userId);
  const pages: Page[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await gateway.api('GET', `/auth/export${cursor === '' ? '' : `?cursor=${cursor}`}`, { as });
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as Page;
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}

const textsIn = (pages: readonly Page[]): (string | null)[] =>
  pages.flatMap(({ items }) => items.flatMap((record) => (record.type === 'message' ? [record.message.text] : [])));

describe('an export', () => {
  it('looks through a few pages of history in one answer, and goes on where it ended', async () => {
    const { world } = gateway;
    const [ana, ben] = [world.person('Ana'), world.person('Ben')];
    const busy = world.room('group', [ana, ben]);
    for (let n = 1; n <= 2_100; n++) world.append(busy, n % 300 === 0 ? ana : ben, `number ${n}`);
    const quiet = world.room('direct', [ana, ben]);
    world.append(quiet, ana, 'hello');
    world.append(world.room('direct', [ben]), ben, 'not hers');
    const pages = await exported(ana);
    expect(pages.length).toBeGreaterThan(1);
    expect(textsIn(pages)).toEqual([...[1, 2, 3, 4, 5, 6, 7].map((n) => `number ${n * 300}`), 'hello']);
    const rooms = pages.flatMap(({ items }) => items.flatMap((record) => (record.type === 'room' ? [record.id] : [])));
    expect(rooms).toEqual([busy.id, quiet.id]);
  });

  it('ends an answer early that holds much text', async () => {
    const { world } = gateway;
    const ana = world.person('Ana');
    const room = world.room('direct', [ana]);
    for (let n = 0; n < 600; n++) world.append(room, ana, 'x'.repeat(8_000));
    const pages = await exported(ana);
    expect(textsIn(pages)).toHaveLength(600);
    for (const page of pages) expect(textsIn([page]).length).toBeLessThanOrEqual(200);
  });

  it('goes on after a room that was left meanwhile', async () => {
    const { world } = gateway;
    const ana = world.person('Ana');
    const [first, second] = [world.room('group', [ana]), world.room('direct', [ana])];
    for (let n = 1; n <= 2_000; n++) world.append(first, ana, `first ${n}`);
    world.append(second, ana, 'second');
    const as = await world.token(ana);
    const { nextCursor } = (await (await gateway.api('GET', '/auth/export', { as })).json()) as Page;
    first.members.delete(ana);
    const rest = (await (await gateway.api('GET', `/auth/export?cursor=${nextCursor}`, { as })).json()) as Page;
    expect(textsIn([rest])).toEqual(['second']);
    expect(rest.nextCursor).toBeNull();
  });
});
