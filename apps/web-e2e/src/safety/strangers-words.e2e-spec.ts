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
