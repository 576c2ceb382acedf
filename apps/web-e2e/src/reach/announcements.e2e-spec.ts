import { networkOf } from '../support/network';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

test(
  'what others write is read out, the sender first; of much at once, how many; what one writes oneself is not',
  against('a screen reader or a keyboard is not enough'),
  async ({ pair, aDevice }) => {
    await pair.ben.says(pair.roomId, 'There before');
    const device = await aDevice();
    const net = await networkOf(device);
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    await room.shows(['There before']);
    const spoken = device.page.getByRole('log', { name: 'What was just written' });
    await expect(spoken).toHaveAttribute('aria-live', 'polite');
    await expect(spoken).toHaveAttribute('aria-relevant', 'additions');
    // The list itself is silent: it would read out old messages as they are drawn.
    await expect(room.log).toHaveAttribute('aria-live', 'off');
    const lines = spoken.getByRole('paragraph');

    await pair.ben.says(pair.roomId, 'Good morning');
    await expect(lines).toHaveText(['Ben Okafor: Good morning']);
    await room.say('Good morning to you');
    await net.setOffline(true);
    await expect(device.page.getByText('You are offline.')).toBeVisible();
    for (let count = 1; count <= 5; count += 1) await pair.ben.says(pair.roomId, `While you were away ${count}`);
    await net.setOffline(false);
    await expect(room.messages).toHaveCount(8);
    await expect(lines).toHaveText(['Ben Okafor: Good morning', '5 new messages']);
  },
);
