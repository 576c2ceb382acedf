import { clearOfMidnight } from '../support/midnight';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const DAY_MS = 24 * 60 * 60_000;

for (const [name, offset] of [
  ['a day behind', -DAY_MS],
  ['a day ahead', DAY_MS],
] as const) {
  test(
    `on a device whose clock is ${name}, order, days and times are right`,
    against('wrong order'),
    async ({ pair, aDevice, sit }) => {
      await clearOfMidnight();
      const device = await aDevice();
      await device.context.addInitScript((off) => {
        const Right = Date;
        class Wrong extends Right {
          constructor(...given: []) {
            super(...((given.length > 0 ? given : [Right.now() + off]) as []));
          }
          static override now(): number {
            return Right.now() + off;
          }
        }
        globalThis.Date = Wrong as DateConstructor;
      }, offset);
      await pair.ben.says(pair.roomId, 'Before');
      await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
      const room = device.room('Ben Okafor');
      await room.shows(['Before']);
      await room.say('In the midst');
      await room.shows(['Before', 'In the midst']);
      const ben = await sit('ben');
      await ben.room.say('After');
      for (const seat of [room, ben.room]) await seat.shows(['Before', 'In the midst', 'After']);

      for (const page of [device.page, ben.device.page]) {
        const days = page
          .getByRole('log', { name: 'Messages' })
          .getByRole('heading', { level: 2 })
          .filter({ has: page.getByRole('button') });
        await expect(days).toHaveText([/^\s*today\s*$/i]);
      }
      // Both see the same times beside the messages and in their overview, whatever their devices believe.
      const times = (of: typeof room) => of.log.locator('article header time').allTextContents();
      expect(await times(room)).toEqual(await times(ben.room));
      const at = (of: typeof device, other: string) => of.overview.row(other).locator('parley-time').textContent();
      expect(await at(device, 'Ben Okafor')).toBe(await at(ben.device, 'Ana Marques'));
      await device.page.reload();
      await room.shows(['Before', 'In the midst', 'After']);
    },
  );
}
