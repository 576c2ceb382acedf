import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { OverviewItem } from '@parley/contracts';
import { MessageSearchStore, OverviewStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { Overview } from './overview';

const at = '2026-11-01T12:00:00.000Z';
const archived: OverviewItem = {
  ...{ id: 'put-away', kind: 'group', title: 'Bread on Sundays', members: [], lastSeq: 0, revision: 0, request: null },
  ...{ createdAt: at, updatedAt: at, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: true },
};

/** Shows the overview of somebody without a room but those in the archive. */
async function show(inArchive: readonly OverviewItem[]): Promise<void> {
  let asked = 0;
  const client = await new QuietClient({
    'GET /chatrooms': () => ({ items: asked++ === 0 ? [] : inArchive, nextCursor: null }),
  }).signIn();
  await render(Overview, {
    imports: [words],
    providers: [provideRouter([]), MessageSearchStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  await client.rooms.load();
}

describe('the overview without a conversation', () => {
  it.each([
    ['a newcomer', []],
    ['who has declined a request, and done nothing else,', [{ ...archived, request: 'incoming' as const }]],
  ])('leads %s to people', async (_, inArchive) => {
    await show(inArchive);
    await waitFor(() => expect(TestBed.inject(OverviewStore).archived()).not.toBeNull());
    expect(await screen.findByRole('heading', { name: 'No conversations yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Find people' })).toHaveAttribute('href', '/people');
  });

  it('leads whoever has put all away to the archive', async () => {
    await show([archived]);
    expect(await screen.findByText('Your conversations are all in the archive.')).toBeVisible();
    expect(screen.queryByText('No conversations yet')).toBeNull();
    const [, inTheMiddle] = screen.getAllByRole('button', { name: 'Archived conversations' });
    if (inTheMiddle) await userEvent.click(inTheMiddle);
    expect(await screen.findByText('Bread on Sundays')).toBeVisible();
  });
});
