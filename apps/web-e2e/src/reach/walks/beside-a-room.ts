import { expect } from '../../support/test';
import type { Walk } from './walk';

/** What stands beside a room: somebody's profile, a group's people; and first contacts, which a room begins with. */
export const besideARoom: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques', teaches: ['Pottery'], learns: ['Accordion'] });
  const ben = await newcomer({ name: 'Ben Okafor', teaches: ['Accordion'], learns: ['Pottery'] });
  const [eve, fay] = [await newcomer({ name: 'Eve Lund' }), await newcomer({ name: 'Fay Reader' })];
  await eve.api.patch('/users/me', { headline: 'Bakes with a rye of her own', location: 'Uppsala' });
  const { id: withBen } = await ana.directRoomWith(ben);
  const { id: group } = await ana.groupWith('Thursday table for Spanish and everything else', ben);
  const [{ id: toEve }, { id: fromFay }] = [await ana.contact(eve), await fay.contact(ana)];
  await ana.says(withBen, 'Hello');
  await fay.says(fromFay, 'May I ask you about bread?');
  const device = await aDevice();
  const { page } = device;
  const panel = page.getByRole('complementary');

  await device.isOf(ana, `/rooms/${withBen}/with/${ben.id}`);
  await expect(panel.getByText('Can teach you Accordion.')).toBeVisible();
  await look(device, 'a profile beside a room');
  await page.goto(`/rooms/${group}/details`);
  await expect(panel.getByRole('button', { name: 'Leave' })).toBeVisible();
  await look(device, 'a group and its people');
  for (const [button, name] of [
    ['Rename the group', 'a new name for a group'],
    ['Invite people', 'inviting people'],
    ['Remove Ben Okafor', 'removing somebody'],
    ['Leave', 'leaving'],
  ] as const) {
    await panel.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    if (button === 'Invite people') {
      const found = page.waitForResponse(/\/api\/v1\/users\?/);
      await page.getByRole('combobox', { name: 'People' }).fill('e');
      await found;
      await expect(page.getByRole('option', { name: /^Eve Lund/ }).first()).toBeVisible();
    }
    await look(device, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.goto(`/rooms/${toEve}`);
  await expect(page.getByText('You write to Eve Lund for the first time')).toBeVisible();
  await look(device, 'a first contact');
  await device.room('Eve Lund').say('May I ask you about yeast?');
  await expect(page.getByText('Eve Lund has not answered yet.')).toBeVisible();
  await look(device, 'a first contact that waits');
  await page.goto(`/rooms/${fromFay}`);
  await expect(page.getByText('Fay Reader would like to write with you.')).toBeVisible();
  await look(device, 'a first contact to answer');
};
