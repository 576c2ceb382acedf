import type { Operator } from '../support/operator';
import { expect, test } from '../support/test';

/** The name of the one gateway that carries a socket. */
async function onlyGatewayInUse(operator: Operator): Promise<string> {
  await expect.poll(async () => (await operator.sockets()).toSorted()).toEqual([0, 0, 1]);
  return `realtime-gateway-${(await operator.sockets()).indexOf(1) + 1}`;
}

test('a gateway is killed in mid-conversation, twice: both go on, nothing is lost or doubled', async ({
  pair,
  sit,
  operator,
}) => {
  const ana = await sit('ana');
  const gatewayOfAna = await onlyGatewayInUse(operator);
  const ben = await sit('ben');
  await expect.poll(async () => (await operator.sockets()).toSorted()).toEqual([0, 1, 1]);
  for (const { device } of [ana, ben]) device.complaints.expect(/WebSocket connection to .* failed/, /status of 503/);

  const said: string[] = [];
  const bothSay = async (what: string): Promise<void> => {
    const texts = [`Ana: ${what}`, `Ben: ${what}`];
    said.push(...texts);
    await Promise.all([ana.room.say(`Ana: ${what}`), ben.room.say(`Ben: ${what}`)]);
  };

  for (const round of ['first', 'second']) {
    await bothSay(`before the ${round} crash`);
    await operator.kill(gatewayOfAna);
    for (let count = 1; count <= 5; count += 1) await bothSay(`after the ${round} crash, ${count}`);
    await expect(ana.room.messages).toHaveCount(said.length);
    await expect(ben.room.messages).toHaveCount(said.length);
    await operator.ready(gatewayOfAna);
  }

  await expect(ana.device.page.getByText('Reconnecting…')).toBeHidden();
  const order = (await ana.room.messages.allTextContents()).map(
    (text) => /(?:Ana|Ben): .* crash(?:, \d)?/.exec(text)?.[0],
  );
  expect(order.toSorted()).toEqual(said.toSorted());
  await ben.room.shows(order.map((text) => text ?? ''));
  const { body } = await pair.ana.api.get<{ messages: { text: string }[] }>(`/chatrooms/${pair.roomId}/messages`);
  expect(body.messages.map(({ text }) => text)).toEqual(order);
});
