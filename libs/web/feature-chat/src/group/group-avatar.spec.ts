import { render } from '@testing-library/angular';
import { ben, carla, me, membersOf } from '../kit/kit-people';
import { talkRoom } from '../kit/kit-talk';
import { GroupAvatar } from './group-avatar';

/** The letters in the pictures of a room of these, from the first on. */
async function lettersOf(kind: 'direct' | 'group', ...people: (typeof me)[]): Promise<string[]> {
  const members = membersOf(...people.map((person): [typeof me, number] => [person, 1]));
  const { container } = await render(GroupAvatar, { inputs: { item: { ...talkRoom, kind, members }, myId: me.id } });
  return [...container.querySelectorAll('parley-avatar')].map(({ textContent }) => textContent.trim());
}

const letters = ({ displayName }: typeof me): string =>
  displayName
    .split(' ')
    .map(([first]) => first)
    .join('')
    .slice(0, 2);

it('shows two others of a group', async () => {
  expect(await lettersOf('group', me, ben, carla)).toEqual([letters(ben), letters(carla)]);
});

it('shows oneself beside the only other one, so that no group looks like one person', async () => {
  expect(await lettersOf('group', me, ben)).toEqual([letters(ben), letters(me)]);
});

it('shows oneself where one is alone in a group', async () => {
  expect(await lettersOf('group', me)).toEqual([letters(me)]);
});

it('shows nobody where the other of two is gone', async () => {
  expect(await lettersOf('direct', me)).toEqual(['']);
});
