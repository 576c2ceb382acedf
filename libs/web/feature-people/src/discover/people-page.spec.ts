import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { PeoplePage } from './people-page';

const SEARCH = 'GET /users';
const { email: _email, privacy: _privacy, ...ben } = aProfile({ id: 'ben', displayName: 'Ben' });

async function lookForBen(answer: unknown, more: object = {}): Promise<void> {
  const none = { items: [], nextCursor: null };
  const client = await new QuietClient({ 'GET /matches': none, [SEARCH]: answer }).signIn();
  await render(PeoplePage, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
    inputs: { query: 'ben', ...more },
  });
}

const title = () => screen.queryByRole('heading', { name: 'People found' });

describe('PeoplePage', () => {
  it('heads those who were found', async () => {
    await lookForBen({ items: [ben], nextCursor: null });
    expect(await screen.findByRole('heading', { name: 'Ben' })).toBeVisible();
    expect(title()).toBeVisible();
  });

  it('puts the skill that was looked for first, and never among those that are only counted', async () => {
    const teaches = ['Baking', 'Chess', 'Knots', 'Rope work', 'Spanish'].map((name) => ({
      ...{ skill: { id: name, name }, level: 'advanced', note: null },
    }));
    await lookForBen({ items: [{ ...ben, teaches }], nextCursor: null }, { teaches: 'spanish' });
    const card = within(await screen.findByRole('article'));
    expect(card.getByText('Spanish')).toBeVisible();
    const chips = ['Spanish', 'Baking', 'Chess'].map((name) => card.getByText(name));
    for (const [index, chip] of chips.slice(1).entries()) {
      expect(chips[index]?.compareDocumentPosition(chip)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    }
    expect(card.getByText('and 2 more')).toBeVisible();
  });

  it('says nothing of people found above nobody, or what went wrong', async () => {
    await lookForBen({ items: [], nextCursor: null });
    expect(await screen.findByRole('heading', { name: 'Nobody found' })).toBeVisible();
    expect(title()).toBeNull();
  });

  it('says nothing of people found where nobody knows', async () => {
    await lookForBen(503);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(title()).toBeNull();
  });
});
