import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

// With a place such as our own sentences have: whoever fills those must not look for more of them in what they were filled with.
const NAME = '<img src=x onerror="alert(1)">{{ name }}';
const TITLE = '<svg onload="alert(2)">{{ name }}';
const MESSAGE = '<script>alert(3)</script><iframe src="javascript:alert(4)"></iframe> and that was it';

/** How much of it the page took for markup. */
const marksOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelectorAll('main script, [onload], [onerror], [onbegin], iframe, animate, img[src="x"]').length,
  );

test('S33, S34, S35: what people write is shown as text, whatever it looks like', async ({ aDevice, newcomer }) => {
  const [stranger, reader] = [await newcomer({ name: NAME }), await newcomer({ name: 'Fay Reader' })];
  const group = await stranger.groupWith(TITLE, reader);
  await stranger.says(group.id, MESSAGE);
  await stranger.says(group.id, '[press here](javascript:alert%285%29) or [there](https://example.org/)');
  await stranger.says(group.id, '[and here](data:text/html,<script>alert(6)</script>) ![](x"onerror="alert(7))');

  const device = await aDevice();
  await device.isOf(reader, `/rooms/${group.id}`);
  const room = device.room(TITLE);
  await expect(room.header).toHaveText(TITLE);
  await expect(room.messages.nth(0)).toContainText(MESSAGE);
  await expect(room.messages.nth(0)).toContainText(NAME);
  await expect(room.messages.nth(1)).toContainText('press here');
  await expect(room.messages.nth(2)).toContainText('and here');
  const there = room.log.getByRole('link', { name: 'there', exact: true });
  await expect(there).toHaveAttribute('href', 'https://example.org/');
  await expect(there).toHaveAttribute('rel', /noopener/);
  for (const name of ['press here', 'and here']) await expect(room.log.getByRole('link', { name })).toHaveCount(0);
  await expect(device.overview.row(TITLE)).toContainText(NAME);
  await expect.poll(() => device.page.title()).toContain(TITLE);

  await device.page.goto(`/people/${stranger.id}`);
  await expect(device.page.getByRole('heading', { name: NAME })).toBeVisible();
  await device.page.goto('/people?query=onerror');
  await expect(device.people.found.getByRole('heading', { name: NAME }).first()).toBeVisible();
  expect(await marksOn(device.page)).toBe(0);
});

test('S33: nor is it anything else in a profile with the note of a skill, in a question, in news, in a reply, in what is found', async ({
  aDevice,
  newcomer,
}) => {
  const [stranger, reader] = [await newcomer({ name: NAME }), await newcomer({ name: 'Fay Reader' })];
  const group = await stranger.groupWith(TITLE, reader);
  const NOTE = '<img src=x onerror="alert(8)"> for beginners';
  const HEADLINE = '<iframe src="javascript:alert(9)"></iframe>';
  const BIO = '<svg><animate onbegin="alert(10)" attributeName=x></animate></svg>';
  const skills = { teaches: [{ skill: 'TypeScript', level: 'advanced', note: NOTE }], learns: [] };
  expect((await stranger.api.put('/users/me/skills', skills)).status).toBe(200);
  const profile = { headline: HEADLINE, bio: BIO, location: NAME };
  expect((await stranger.api.patch('/users/me', profile)).status).toBe(200);

  const device = await aDevice();
  const { page } = device;
  await device.isOf(reader, `/people/${stranger.id}`);
  for (const text of [NAME, HEADLINE, BIO, NOTE]) await expect(page.getByRole('main')).toContainText(text);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await expect(page.getByRole('dialog', { name: `Report ${NAME}?` })).toBeVisible();
  await page.keyboard.press('Escape');

  // News of a room that is not open.
  const said = await stranger.says(group.id, MESSAGE);
  const news = page.getByRole('status').getByRole('button', { name: MESSAGE });
  await expect(news).toContainText(NAME);
  await expect(news).toContainText(TITLE);
  expect(await marksOn(page)).toBe(0);
  const reply = { clientMessageId: randomUUID(), text: 'I answer myself', replyToSeq: said };
  expect((await stranger.api.post(`/chatrooms/${group.id}/messages`, reply)).status).toBe(201);
  await page.getByRole('status').getByRole('button', { name: 'I answer myself' }).click();
  const room = device.room(TITLE);
  await expect(room.composer).toBeVisible();
  const answer = room.message('I answer myself');
  await expect(answer.getByRole('button', { name: /In reply to/ })).toContainText(MESSAGE.slice(0, 40));
  expect(await marksOn(page)).toBe(0);

  const { id: request } = await stranger.contact(reader);
  await stranger.says(request, MESSAGE);
  await page.goto(`/rooms/${request}`);
  await expect(page.getByText(`${NAME} would like to write with you.`)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('onerror');
  await expect(page.getByRole('option').filter({ hasText: NAME }).first()).toContainText(HEADLINE);
  await page.getByRole('combobox').fill('that was');
  await page.getByRole('option', { name: /Search messages for/ }).click();
  const found = page.getByRole('list', { name: 'Messages found' }).getByRole('listitem');
  await expect(found.filter({ hasText: `in ${TITLE}` })).toContainText(MESSAGE.slice(MESSAGE.indexOf('<iframe')));
  expect(await marksOn(page)).toBe(0);
});
