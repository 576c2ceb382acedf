import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RoomList } from './room-list';

const me = aProfile();
const items = Array.from({ length: 2_000 }, (_, index): OverviewItem => ({
  ...{ id: `room-${index}`, kind: 'group', title: `Group ${index}`, members: [], lastSeq: 0, revision: 0 },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', request: null },
  ...{ lastMessage: null, unreadCount: 0, lastReadSeq: 0, pinned: false, muted: false, archived: false },
}));

async function show() {
  const client = await new QuietClient().signIn(me);
  await render(`<div data-scroller><parley-room-list label="Conversations" [items]="items" [myId]="'me'" /></div>`, {
    imports: [RoomList, words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
    componentProperties: { items },
  });
  const list = screen.getByRole('list').closest<HTMLElement>('parley-room-list');
  const scroller = list?.closest<HTMLElement>('[data-scroller]');
  if (!list || !scroller) throw new Error('The list stands in nothing that scrolls.');
  Object.defineProperty(scroller, 'clientHeight', { value: 640 });
  const scrollTo = async (top: number): Promise<void> => {
    list.getBoundingClientRect = () => new DOMRect(0, -top, 300, 128_000);
    scroller.dispatchEvent(new Event('scroll'));
    await TestBed.inject(ApplicationRef).whenStable();
  };
  return { scrollTo };
}

describe('RoomList', () => {
  it('draws the rows round the view alone, each with its place among all', async () => {
    const { scrollTo } = await show();
    expect(screen.getByRole('list', { name: 'Conversations' }).style.getPropertyValue('--count')).toBe('2000');
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
    await scrollTo(64_000);
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    const [first] = rows;
    expect(first).toHaveAttribute('aria-setsize', '2000');
    expect(Number(first?.getAttribute('aria-posinset'))).toBeGreaterThan(980);
    expect(screen.getByRole('link', { name: /Group 1000\b/ })).toBeInTheDocument();
  });

  it('goes by the height that rows have now', async () => {
    document.documentElement.style.setProperty('--row', '3.25rem');
    const { scrollTo } = await show();
    await scrollTo(52_000);
    document.documentElement.style.removeProperty('--row');
    const places = screen.getAllByRole('listitem').map((row) => Number(row.getAttribute('aria-posinset')));
    expect(Math.min(...places)).toBeGreaterThan(980);
    expect(Math.max(...places)).toBeGreaterThan(1_012);
    expect(places.length).toBeLessThan(60);
  });

  it('keeps the row that has the focus, in its place, wherever one scrolls', async () => {
    const { scrollTo } = await show();
    const link = screen.getByRole('link', { name: /Group 3\b/ });
    link.focus();
    await scrollTo(64_000);
    expect(link).toHaveFocus();
    expect(link.closest('li')).toHaveAttribute('aria-posinset', '4');
    expect(screen.getAllByRole('listitem')[0]).toBe(link.closest('li'));
  });
});
