import { render, screen, waitFor } from '@testing-library/angular';
import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { SkillLists, SkillListsInput } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { SkillEditor } from './skill-editor';

const spanish = { id: 'id-spanish', name: 'Spanish' };
const cooking = { id: 'id-cooking', name: 'Spanish cooking' };
const chess = { id: 'id-chess', name: 'Chess' };
const names = new Map([spanish, cooking, chess].map(({ id, name }) => [id, name]));

/** What the server makes of the lists it is sent. */
const stored = ({ teaches, learns }: SkillListsInput): SkillLists => ({
  teaches: teaches.map(({ skill, level, note }) => ({
    skill: { id: skill, name: names.get(skill) ?? '' },
    level,
    note: note ?? null,
  })),
  learns: learns.map(({ skill, level, note }) => ({
    skill: { id: skill, name: names.get(skill) ?? '' },
    level: level ?? null,
    note: note ?? null,
  })),
});

async function show() {
  const client = new QuietClient({
    'GET /skills': { items: [spanish, cooking] },
    'PUT /users/me/skills': stored,
  });
  await client.signIn(aProfile({ teaches: [{ skill: chess, level: 'expert', note: 'slowly' }] }));
  await render(SkillEditor, { imports: [words], providers: [{ provide: PARLEY_CLIENT, useValue: client }] });
  const saved = (): unknown[] =>
    client.asked.filter(({ call }) => call === 'PUT /users/me/skills').map(({ body }) => body);
  return { client, saved };
}

const section = (name: string) => within(screen.getByRole('region', { name }));

afterEach(() => jest.useRealTimers());

describe('SkillEditor', () => {
  it('begins with what the profile says', async () => {
    await show();
    const teaching = section('I can teach');
    expect(teaching.getByText('Chess')).toBeVisible();
    expect(teaching.getByRole('combobox', { name: 'Level of Chess' })).toHaveValue('expert');
    expect(teaching.getByRole('textbox', { name: 'A word about Chess' })).toHaveValue('slowly');
  });

  it('completes names from the catalogue, and saves what was chosen', async () => {
    const { saved } = await show();
    const learning = section('I would like to learn');
    await userEvent.type(learning.getByRole('combobox', { name: 'Add a skill to learn' }), 'span');
    await userEvent.click(await learning.findByRole('option', { name: 'Spanish' }));
    expect(learning.getByText('Spanish')).toBeVisible();
    await waitFor(() => expect(screen.getByText('Saved')).toBeVisible());
    expect(saved()).toEqual([
      { teaches: [{ skill: 'id-chess', level: 'expert', note: 'slowly' }], learns: [{ skill: 'id-spanish' }] },
    ]);
  });

  it('offers nothing that is in the list already', async () => {
    await show();
    const teaching = section('I can teach');
    const field = teaching.getByRole('combobox', { name: 'Add a skill to teach' });
    await userEvent.type(field, 'span');
    await userEvent.click(await teaching.findByRole('option', { name: 'Spanish' }));
    await userEvent.type(field, 'span');
    expect(await teaching.findByRole('option', { name: 'Spanish cooking' })).toBeVisible();
    expect(teaching.queryByRole('option', { name: 'Spanish' })).toBeNull();
  });

  it('gathers quick changes into one request', async () => {
    const { saved } = await show();
    // Quick, whatever else the machine does.
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const teaching = section('I can teach');
    await user.selectOptions(teaching.getByRole('combobox', { name: 'Level of Chess' }), 'beginner');
    await user.click(teaching.getByRole('button', { name: 'Remove Chess' }));
    await waitFor(() => expect(screen.getByText('Saved')).toBeVisible());
    expect(saved()).toEqual([{ teaches: [], learns: [] }]);
  });

  it('says when it could not be saved, and saves it when one tries again', async () => {
    const { client, saved } = await show();
    client.answers['PUT /users/me/skills'] = new TypeError('no network');
    await userEvent.click(section('I can teach').getByRole('button', { name: 'Remove Chess' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    client.answers['PUT /users/me/skills'] = stored;
    await userEvent.click(again);
    await waitFor(() => expect(screen.getByText('Saved')).toBeVisible());
    expect(saved().at(-1)).toEqual({ teaches: [], learns: [] });
  });
});
