import { ParleyError, type Change, type OwnProfile } from '@parley/contracts';
import { PeopleCommands } from './people-commands';

const actor = { userId: 'ana', sessionId: 's' };
const profile: OwnProfile = {
  ...{ id: 'ana', displayName: 'Ana', headline: '', location: '', avatarUrl: null, bio: '', timezone: null },
  ...{ languages: [], createdAt: '2026-01-01T00:00:00.000Z', teaches: [], learns: [], email: 'ana@parley.example' },
  privacy: { showPresence: true, sendReadReceipts: true, sendTyping: true },
};

function people(block: () => Promise<Record<string, never>> = async () => ({})) {
  const told: Change[] = [];
  const users = { updateMe: async () => profile, block, unblock: block };
  return { told, commands: new PeopleCommands(users, { publish: (changes) => void told.push(...changes) }) };
}

it('the gateways are told of the switch for presence, and of nothing else in a profile', async () => {
  const { told, commands } = people();
  await commands.updateMe(actor, { headline: 'Hola', privacy: { sendTyping: false } });
  expect(told).toEqual([]);
  expect(await commands.updateMe(actor, { privacy: { showPresence: false } })).toBe(profile);
  expect(told).toEqual([{ type: 'presenceSettingChanged', userId: 'ana' }]);
});

it('the gateways are told of a block, also of one that stands although its call failed', async () => {
  const { told, commands } = people();
  await commands.block(actor, 'ben');
  await commands.unblock(actor, 'ben');
  const changed: Change = { type: 'blockChanged', userIds: ['ana', 'ben'] };
  expect(told).toEqual([changed, changed]);

  const broken = people(() => Promise.reject(new ParleyError('unavailable', 'not now')));
  await expect(broken.commands.block(actor, 'ben')).rejects.toMatchObject({ code: 'unavailable' });
  expect(broken.told).toEqual([changed]);
});
