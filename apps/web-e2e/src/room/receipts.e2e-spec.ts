import { against } from '../support/reported';
import { expect, test } from '../support/test';

test(
  'who has read shows beside what one wrote; whoever hides it is told of to nobody, and their own unread still clears',
  against('receipts that cannot be hidden'),
  async ({ pair, sit }) => {
    const [ana, ben] = [await sit('ana'), await sit('ben')];
    await ana.room.say('Do you read me?');
    await ben.room.shows(['Do you read me?']);
    await expect(ana.room.message('Do you read me?')).toContainText(/\bRead\b/);

    await ben.device.page.goto('/settings/privacy');
    const receipts = ben.device.page.getByRole('switch', { name: 'How far you have read' });
    await receipts.click();
    await expect(receipts).not.toBeChecked();
    await ben.device.overview.chats.click();
    await ana.room.say('And now?');
    await expect(ben.device.overview.unread('Ana Marques')).toHaveText('1 unread');
    await ben.device.overview.link('Ana Marques').click();
    await ben.room.shows(['Do you read me?', 'And now?']);
    await expect(ben.device.overview.unread('Ana Marques')).toBeHidden();
    await expect.poll(async () => (await pair.ben.overviewOf(pair.roomId))?.unreadCount).toBe(0);
    // What he says after he has read comes after any news of that he did.
    await ben.room.say('I shall not tell');
    await ana.room.shows(['Do you read me?', 'And now?', 'I shall not tell']);
    await expect(ana.room.message('And now?')).toContainText('Sent');
    await expect(ana.room.message('And now?')).not.toContainText(/\bRead\b/);
    // Not even what was told before is told again.
    await ana.device.page.reload();
    await expect(ana.room.message('And now?')).toContainText('Sent');
    await expect(ana.room.log.getByText('Read', { exact: true })).toHaveCount(0);
  },
);
