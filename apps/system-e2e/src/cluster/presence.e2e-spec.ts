import type { OwnProfile, Presence } from '@parley/contracts';
import {
  aPerson,
  eventually,
  everybodyLeaves,
  throwAwaySystem,
  type LiveSocket,
  type Person,
  type ThrowAwaySystem,
} from '@parley/testing';
import { join } from 'node:path';

/** What is done on one gateway is seen on the other soon; a killed gateway's people are gone by then (contract). */
const GONE_WITHIN_MS = 15_000;

let running: ThrowAwaySystem;
let ana: Person;
let ben: Person;
let carol: Person;

beforeAll(async () => {
  running = await throwAwaySystem({ gateways: 2, distDir: join(import.meta.dirname, '../../../../dist') });
}, 240_000);
beforeEach(async () => {
  const named = (name: string) => aPerson(running.places, { name });
  [ana, ben, carol] = await Promise.all([named('Ana'), named('Ben'), named('Carol')]);
});
afterEach(everybodyLeaves);
afterAll(() => running.stop(), 60_000);

const aTime = expect.any(String) as string;
const unseen = ({ id }: Person): Presence => ({ userId: id, status: 'offline', lastSeenAt: null });
const watch = async (socket: LiveSocket, ...people: Person[]): Promise<Presence[]> => {
  const answer = await socket.command('presence:watch', { userIds: people.map(({ id }) => id) });
  if (!answer.ok) throw new Error(`presence:watch answered ${answer.error.code}`);
  return answer.data.presences;
};
const toldOf = (socket: LiveSocket, { id }: Person): Presence[] =>
  socket.facts('presence:changed').filter(({ userId }) => userId === id);
/** Waits until what a socket was told last of somebody is this. */
const shows = (socket: LiveSocket, person: Person, expected: Partial<Presence>): Promise<void> =>
  eventually(() => expect(toldOf(socket, person).at(-1)).toMatchObject(expected), GONE_WITHIN_MS);

it('two devices on two gateways are one presence: away when both are idle, offline when both have gone', async () => {
  const atBen = await ben.connect(0);
  expect(await watch(atBen, ana)).toEqual([unseen(ana)]);
  const [phone, laptop] = [await ana.connect(0), await ana.connect(1)];
  await shows(atBen, ana, { status: 'online', lastSeenAt: null });
  expect(await phone.command('presence:set', { active: false })).toEqual({ ok: true, data: {} });
  expect(await laptop.command('presence:set', { active: false })).toEqual({ ok: true, data: {} });
  await shows(atBen, ana, { status: 'away', lastSeenAt: aTime });
  await laptop.command('presence:set', { active: true });
  await shows(atBen, ana, { status: 'online', lastSeenAt: null });
  // With the device in use gone the idle one is what is left, long before both are.
  laptop.close();
  await shows(atBen, ana, { status: 'away' });
  phone.close();
  await shows(atBen, ana, { status: 'offline', lastSeenAt: aTime });
}, 90_000);

it('whoever switches their presence off is offline and never seen for everybody, at once and on each gateway, until it is on again', async () => {
  const [atBen, atCarol] = [await ben.connect(0), await carol.connect(1)];
  await ana.connect(1);
  for (const socket of [atBen, atCarol])
    await eventually(async () => expect(await watch(socket, ana)).toMatchObject([{ status: 'online' }]));
  const off = await ana.api.patch<OwnProfile>('/users/me', { privacy: { showPresence: false } });
  expect(off.body.privacy.showPresence).toBe(false);
  for (const socket of [atBen, atCarol]) await shows(socket, ana, unseen(ana));
  for (const gateway of [0, 1]) expect(await watch(await ben.connect(gateway), ana)).toEqual([unseen(ana)]);
  await ana.api.patch('/users/me', { privacy: { showPresence: true } });
  for (const socket of [atBen, atCarol]) await shows(socket, ana, { status: 'online', lastSeenAt: null });
}, 90_000);

it('the people of a gateway that was killed are gone within 15 seconds, unless they are on another', async () => {
  const atBen = await ben.connect(1);
  const onlyThere = await ana.connect(0);
  await carol.connect(0);
  await carol.connect(1);
  await eventually(async () =>
    expect(await watch(atBen, ana, carol)).toMatchObject([{ status: 'online' }, { status: 'online' }]),
  );
  const killedAt = Date.now();
  running.system.processes.get('realtime-gateway-1')?.kill('SIGKILL');
  await onlyThere.closed();
  await shows(atBen, ana, { status: 'offline', lastSeenAt: aTime });
  expect(Date.now() - killedAt).toBeLessThan(GONE_WITHIN_MS);
  expect(toldOf(atBen, carol)).toEqual([]);
  expect(await watch(atBen, carol)).toMatchObject([{ status: 'online' }]);
  await running.system.ready('realtime-gateway-1');
  // Kept for good by whoever cleared up after it, and so known to the gateway that came in its place.
  const later = await ben.connect(0);
  await eventually(async () => {
    const [presence] = await watch(later, ana);
    expect(presence).toMatchObject({ status: 'offline', lastSeenAt: aTime });
    expect(Math.abs(Date.parse(presence?.lastSeenAt ?? '') - killedAt)).toBeLessThan(GONE_WITHIN_MS);
  }, GONE_WITHIN_MS);
}, 240_000);
