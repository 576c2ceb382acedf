import { inject, provideEnvironmentInitializer } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { render, screen } from '@testing-library/angular';
import { words } from '../words/words.fixture';
import { Presence } from './presence';

type Shown = { status: 'online' | 'away' | 'offline'; lastSeenAt: string | null } | null;

const show = (presence: Shown, look: 'words' | 'dot' = 'words') =>
  render(Presence, { imports: [words], inputs: { presence, look } });
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

describe('Presence', () => {
  it.each([
    ['Online', { status: 'online', lastSeenAt: null }],
    ['Away', { status: 'away', lastSeenAt: ago(600_000) }],
    ['Last seen 5 minutes ago', { status: 'offline', lastSeenAt: ago(301_000) }],
  ] as [string, Shown][])('says %s', async (expected, presence) => {
    await show(presence);
    expect(await screen.findByText(expected)).toBeInTheDocument();
  });

  it('says nothing of whoever hides it, and where nothing is known', async () => {
    const { container, rerender } = await show({ status: 'offline', lastSeenAt: null });
    expect(container).toHaveTextContent(/^$/);
    expect(container.querySelector('i')).toBeNull();
    await rerender({ inputs: { presence: null } });
    expect(container.querySelector('i')).toBeNull();
  });

  it('in little space has a dot for who is there, a ring for who is away, and the words for those who do not see it', async () => {
    const { container, rerender } = await show({ status: 'online', lastSeenAt: null }, 'dot');
    expect(await screen.findByText('Online')).toHaveClass('visually-hidden');
    expect(container.querySelector('i')).toHaveClass('online');
    await rerender({ inputs: { presence: { status: 'away', lastSeenAt: ago(1_000) }, look: 'dot' } });
    expect(screen.getByText('Away')).toHaveClass('visually-hidden');
    expect(container.querySelector('i')).not.toHaveClass('online');
    await rerender({ inputs: { presence: { status: 'offline', lastSeenAt: ago(1_000) }, look: 'dot' } });
    expect(container.querySelector('i')).toBeNull();
    expect(container).toHaveTextContent(/^$/);
  });

  it('says it in German too', async () => {
    await render(Presence, {
      imports: [words],
      providers: [provideEnvironmentInitializer(() => void inject(TranslocoService).setActiveLang('de'))],
      inputs: { presence: { status: 'offline', lastSeenAt: ago(301_000) } },
    });
    expect(await screen.findByText('Zuletzt gesehen vor 5 Minuten')).toBeInTheDocument();
  });
});
