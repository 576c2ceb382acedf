import { randomUUID } from 'node:crypto';
import { PASSWORD } from '@parley/testing';
import { Overview } from '../pages/overview';
import { aName } from '../support/a-name';
import { WelcomePage } from '../pages/welcome-page';
import type { Device } from '../support/device';
import { expect, test } from '../support/test';

/** Opens an account over the app and says what one teaches and wants to learn. */
async function join(
  device: Device,
  name: string,
  { teaches, learns }: { teaches: string; learns: string },
): Promise<void> {
  await device.register.open();
  await device.register.submit({ name, email: `${randomUUID()}@test.example`, password: PASSWORD });
  await expect(device.page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  const welcome = new WelcomePage(device.page);
  await welcome.teaches(teaches);
  await welcome.learns(learns);
  await welcome.goOn();
}

test('two people find each other by their skills and talk', async ({ aDevice, system, operator }) => {
  test.setTimeout(240_000);
  const [ines, tomek] = [await aDevice(), await aDevice()];
  const [nameOfInes, nameOfTomek] = [aName('Inês'), aName('Tomek')];

  await test.step('both open an account; their skills mirror each other', async () => {
    await join(ines, nameOfInes, { teaches: 'Portuguese', learns: 'TypeScript' });
    await join(tomek, nameOfTomek, { teaches: 'TypeScript', learns: 'Portuguese' });
  });

  if (system.places.gateways.length > 1) {
    await test.step('each is on another gateway', async () => {
      await expect.poll(async () => (await operator.sockets()).toSorted()).toEqual([0, 1, 1]);
    });
  }

  const [withTomek, withInes] = [ines.room(nameOfTomek), tomek.room(nameOfInes)];

  await test.step('they find each other: by what fits, and by looking for a skill', async () => {
    await expect(tomek.people.mutual.getByRole('link', { name: nameOfInes })).toBeVisible();
    await ines.people.lookFor({ teaches: 'TypeScript' });
    const card = ines.people.found.getByRole('article').filter({ hasText: nameOfTomek });
    await expect(card).toContainText(/Can teach you\s*TypeScript/);
    await expect(card).toContainText(/Wants to learn from you\s*Portuguese/);
  });

  await test.step('one opens the room, and the other sees it without doing anything', async () => {
    await tomek.overview.chats.click();
    await expect(tomek.page.getByRole('heading', { name: 'No conversations yet' })).toBeVisible();
    await ines.people.startChatWith(nameOfTomek).click();
    await expect(withTomek.header).toBeVisible();
    await expect(tomek.overview.row(nameOfInes)).toBeVisible();
    await tomek.overview.link(nameOfInes).click();
    await expect(withInes.header).toBeVisible();
  });

  const said: string[] = [];
  await test.step('twenty messages both ways appear at once, in one order', async () => {
    for (let turn = 1; turn <= 20; turn += 1) {
      const [from, to] = turn % 2 === 1 ? [withTomek, withInes] : [withInes, withTomek];
      const text = `Turn ${turn} of twenty`;
      said.push(text);
      await (turn % 4 < 2 ? from.say(text) : from.sayByButton(text));
      await expect(to.messages.last()).toContainText(text);
      await expect(from.composer).toHaveValue('');
    }
    await withTomek.shows(said);
    await withInes.shows(said);
  });

  await test.step('what comes while one is elsewhere counts as unread, on every tab', async () => {
    await tomek.people.open();
    await expect(tomek.page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
    for (const text of ['Are you there?', 'I found a book for you.', 'It can wait.']) {
      said.push(text);
      await withTomek.say(text);
    }
    await expect(tomek.overview.chats).toHaveAccessibleName(/1 with something new/);
    await tomek.overview.chats.click();
    await expect(tomek.overview.unread(nameOfInes)).toHaveText('3 unread');
    await expect(tomek.overview.row(nameOfInes)).toContainText('It can wait.');
  });

  await test.step('reading clears it, in a second tab too', async () => {
    const second = await tomek.context.newPage();
    await second.goto('/rooms');
    const inSecond = new Overview(second);
    await expect(inSecond.unread(nameOfInes)).toHaveText('3 unread');
    await tomek.overview.link(nameOfInes).click();
    await expect(withInes.message('It can wait.')).toBeVisible();
    await expect(tomek.overview.unread(nameOfInes)).toBeHidden();
    await expect(inSecond.unread(nameOfInes)).toBeHidden();
    await expect(inSecond.row(nameOfInes)).toBeVisible();
    await second.close();
  });

  await test.step('after a reload all is as it was', async () => {
    for (const [device, room] of [
      [ines, withTomek],
      [tomek, withInes],
    ] as const) {
      await device.page.reload();
      await expect(room.header).toBeVisible();
      await room.shows(said);
      await expect(device.overview.row(room.name)).toContainText('It can wait.');
      await expect(device.overview.unread(room.name)).toBeHidden();
    }
  });

  await test.step("the other's name leads to their profile", async () => {
    await withTomek.header.click();
    const panel = ines.page.getByRole('complementary');
    await expect(panel).toContainText('Can teach you TypeScript.');
    await expect(panel).toContainText('Wants to learn Portuguese from you.');
    await withInes.messages.first().getByRole('link', { name: nameOfInes }).click();
    await expect(tomek.page.getByRole('complementary')).toContainText('Can teach you Portuguese.');
  });
});
