import { misfits } from '../support/layout';
import { expect, test } from '../support/test';

const FAMILY = '👨‍👩‍👧‍👦';
/** Right-to-left override, without an end. */
const RLO = '\u202e';

test('100,000 characters are pasted: they are told to be too many, are not sent, and the page goes on', async ({
  sit,
}) => {
  const { device, room } = await sit('ana');
  await room.composer.focus();
  await device.page.keyboard.insertText('A long story. '.repeat(7_143));
  await expect(device.page.getByText('92,001 characters too many. Send it in two parts.')).toBeVisible();
  await expect(room.send).toBeDisabled();
  await room.composer.press('Enter');
  await expect(room.composer).toHaveValue(/^A long story\. /);
  await expect(room.messages).toHaveCount(0);
  expect(await misfits(device.page)).toEqual([]);
  await room.say('In short');
  await room.shows(['In short']);
});

test('one long word, 500 emoji, code of 2,000 lines: whole, and nothing is pushed aside', async ({ pair, sit }) => {
  const word = 'Grundstücksverkehrsgenehmigungszuständigkeits'.repeat(170);
  const code = Array.from({ length: 2_000 }, (_, line) => (line % 3 === 0 ? 'f()' : ';')).join('\n');
  await pair.ben.says(pair.roomId, word);
  await pair.ben.says(pair.roomId, FAMILY.repeat(500));
  await pair.ben.says(pair.roomId, `\`\`\`js\n${code}\n\`\`\``);
  const { device, room } = await sit('ana');
  const { page } = device;
  await expect(room.messages).toHaveCount(3);
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 320, height: 568 },
  ]) {
    await page.setViewportSize(viewport);
    expect(await misfits(page)).toEqual([]);
    // Code scrolls within its message, which does not fill room after room.
    await expect.poll(async () => (await room.messages.last().boundingBox())?.height).toBeLessThan(560);
  }
  await expect(room.messages.nth(0)).toContainText(word);
  await expect(room.messages.nth(1)).toContainText(FAMILY.repeat(500));
  expect(await room.messages.last().locator('pre').textContent()).toContain(code.slice(-300));
});

test('a name needs something to see: marks alone, spaces and invisible signs are none', async ({ aDevice, system }) => {
  const device = await aDevice();
  await device.register.open();
  for (const name of ['\u0301\u0302\u0303', '\u200b\u200d\u2060', '\u00a0 \u3000', RLO]) {
    await device.register.submit({ name, email: 'somebody@test.example', password: 'a quiet morning in Lisbon' });
    await expect(device.page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(
      /Type the name|needs something to see/,
    );
    const answer = await device.context.request.post(`${system.places.origin}/api/v1/auth/register`, {
      data: {
        displayName: name,
        email: 'somebody@test.example',
        password: 'a quiet morning in Lisbon',
        session: 'token',
      },
    });
    expect(answer.status()).toBe(400);
  }
});

test('who turns the direction of writing turns their own words alone', async ({ aDevice, newcomer }) => {
  const name = `Eve ${RLO}dnuL`;
  const [eve, ana] = [await newcomer({ name }), await newcomer({ name: 'Ana Marques' })];
  const stored = eve.grant.user.displayName;
  const { id } = await eve.groupWith(`Group ${RLO}puorg`, ana);
  await eve.says(id, `Look ${RLO}at this`);
  await eve.says(id, 'Plain again');
  const device = await aDevice();
  const { page } = device;
  await device.isOf(ana, `/rooms/${id}/details`);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('complementary')).toContainText(stored.slice(0, 3));
  // Of every text without such a sign, the first letter stands left of the last one on its line.
  const turned = await page.evaluate((sign) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.nodeValue?.trim() ?? '';
      if (words.length < 3 || words.includes(sign) || !text.parentElement?.checkVisibility()) continue;
      const start = text.nodeValue?.indexOf(words) ?? 0;
      const xOf = (at: number): DOMRect => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
      };
      const [first, second] = [xOf(start), xOf(start + 1)];
      if (first.top === second.top && first.left > second.left) found.push(words);
    }
    return found;
  }, RLO);
  expect(turned).toEqual([]);
});

test('taken out of a room while one looks at it: that is said, and the way on', async ({ pair, newcomer, aDevice }) => {
  const ana = await newcomer({ name: 'Ana Lopes' });
  const { id } = await pair.ben.groupWith('Thursday table', ana, pair.ana);
  await pair.ben.says(id, 'Who comes?');
  const device = await aDevice();
  const { page } = device;
  device.complaints.expect(/status of 404 .*\/chatrooms\//);
  await device.isOf(ana, `/rooms/${id}`);
  const room = device.room('Thursday table');
  await room.shows(['Who comes?']);
  await room.composer.fill('I was about to say');
  expect((await pair.ben.api.delete(`/chatrooms/${id}/members/${ana.id}`)).status).toBe(204);
  await expect(page.getByRole('heading', { name: 'This room is not there' })).toBeVisible();
  await expect(device.overview.row('Thursday table')).toHaveCount(0);
  await expect(page.getByText('Who comes?')).toHaveCount(0);
  await page.getByRole('link', { name: 'To your conversations' }).click();
  await expect(page.getByRole('heading', { name: 'No conversations yet' })).toBeVisible();
});

test('a room is left in one tab while it is open in another', async ({ pair, sit }) => {
  const { id } = await pair.ana.groupWith('Thursday table', pair.ben);
  const { device } = await sit('ben');
  device.complaints.expect(/status of 404 .*\/chatrooms\//);
  const { page, context } = device;
  await page.goto(`/rooms/${id}`);
  await expect(device.room('Thursday table').composer).toBeVisible();
  const second = await context.newPage();
  await second.goto(`/rooms/${id}/details`);
  await second.getByRole('button', { name: 'Leave' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'This room is not there' })).toBeVisible();
  await expect(device.overview.row('Thursday table')).toHaveCount(0);
});
