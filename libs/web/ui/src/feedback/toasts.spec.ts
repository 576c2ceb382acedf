import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Dialog } from '../dialog/dialog';
import { words } from '../testing';
import { Toaster } from './toaster';
import { Toasts } from './toasts';

async function show() {
  const { fixture } = await render(
    `
      <parley-toasts />
      @if (outer()) { <parley-dialog title="Outer" (closed)="outer.set(false)"><input aria-label="One" /></parley-dialog> }
      @if (inner()) { <parley-dialog title="Inner" (closed)="inner.set(false)"><input aria-label="Two" /></parley-dialog> }
    `,
    { imports: [Dialog, Toasts, words], componentProperties: dialogs() },
  );
  const open = fixture.componentInstance;
  const change = async (act: () => void): Promise<void> => {
    act();
    await fixture.whenStable();
  };
  return { open, change, say: (text: string) => change(() => TestBed.inject(Toaster).say(text)) };
}

function dialogs() {
  return { outer: signal(false), inner: signal(false) };
}

describe('what is said in passing', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is not read out once more in the dialog that opens over it, nor when that is closed', async () => {
    const { open, change, say } = await show();
    const live = (text: string): Element | null => screen.getByText(text).closest('[role=status]');
    await say('Kept.');
    expect(live('Kept.')).not.toBeNull();
    const later = Date.now() + 1_500;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    await change(() => open.outer.set(true));
    expect(screen.getByText('Kept.').closest('dialog')).toBe(screen.getByRole('dialog', { name: 'Outer' }));
    expect(live('Kept.')).toBeNull();
    await say('Copied.');
    expect(live('Copied.')).not.toBeNull();
    expect(live('Kept.')).toBeNull();
    await change(() => open.outer.set(false));
    expect(live('Kept.')).toBeNull();
    // Said in the moment in which the dialog closed: nobody may have heard it there.
    expect(live('Copied.')).not.toBeNull();
  });

  it('is in the dialog that is on top, where it can be reached and heard, and in the page once none is', async () => {
    const { open, change, say } = await show();
    await say('Kept.');
    expect(screen.getByText('Kept.').closest('dialog')).toBeNull();

    await change(() => open.outer.set(true));
    const outer = screen.getByRole('dialog', { name: 'Outer' });
    expect(screen.getByText('Kept.').closest('dialog')).toBe(outer);
    await change(() => open.inner.set(true));
    // The place for it was there before it: only what is added is read out.
    const inner = screen.getByRole('dialog', { name: 'Inner' });
    const place = inner.querySelector('[role=status]');
    await say('Not saved.');
    expect(place).toContainElement(screen.getByText('Not saved.'));
    await userEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[0] ?? inner);
    expect(screen.queryByText('Kept.')).toBeNull();

    await change(() => open.inner.set(false));
    expect(screen.getByText('Not saved.').closest('dialog')).toBe(outer);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByText('Not saved.').closest('dialog')).toBeNull();
  });
});
