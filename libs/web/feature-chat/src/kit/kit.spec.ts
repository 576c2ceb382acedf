import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { KitComposers } from './kit-composer';
import { KitHeaders } from './kit-headers';
import { KitHits } from './kit-hits';
import { KitMessages } from './kit-messages';
import { KitRooms } from './kit-rooms';

class NoObserver {
  observe(): void {
    // Nothing is laid out here.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}

async function show(component: Type<unknown>): Promise<QuietClient> {
  Object.assign(window, { ResizeObserver: NoObserver });
  const client = new QuietClient();
  await render(component, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  return client;
}

describe('the kit', () => {
  it('has messages in every state, and asks the server for nothing', async () => {
    const client = await show(KitMessages);
    const log = await screen.findByRole('log', { name: 'Messages' });
    const days = within(log).getAllByRole('heading', { level: 2 });
    expect(days.map(({ textContent }) => textContent?.trim()).slice(1)).toEqual(['yesterday', 'today']);
    expect(days).toHaveLength(3);
    for (const state of ['New', 'edited', 'You deleted this message.', 'Waiting for the connection', 'Remove'])
      expect(within(log).getAllByText(state, { exact: false })[0]).toBeVisible();
    expect(within(log).getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(within(log).getByRole('button', { name: /^👍 2/ })).toHaveAttribute('aria-pressed', 'true');
    expect(within(log).getAllByText('In reply to')).toHaveLength(3);
    expect(screen.getByText(/Ben Okafor and Carla Weiss are writing/)).toBeVisible();
    expect(client.asked).toEqual([]);
  });

  it('has rooms in every state, and shows what one sets', async () => {
    const client = await show(KitRooms);
    const rows = await screen.findAllByRole('listitem');
    const row = (title: string): HTMLElement => {
      const found = rows.find(({ textContent }) => textContent?.includes(title));
      if (!found) throw new Error(`No row says “${title}”.`);
      return found;
    };
    expect(row('Unread, more than are counted')).toHaveTextContent('999+ unread');
    expect(row('With a draft')).toHaveTextContent(/Draft:\s*Half a thought/);
    expect(row('Pinned and muted')).toHaveTextContent(/Pinned.*Muted/s);
    await userEvent.click(within(row('Archived')).getByRole('button'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Pin' }));
    expect(row('Archived')).toHaveTextContent(/Pinned/);
    expect(client.asked).toEqual([]);
  });

  it('has where one writes in every state, and sends and keeps nothing', async () => {
    const client = await show(KitComposers);
    const fields = await screen.findAllByRole('textbox', { name: 'Message to Sunday table' });
    expect(fields).toHaveLength(5);
    expect(screen.getByText(/Reply to Carla Weiss/)).toBeVisible();
    expect(screen.getByText(/characters too many/)).toBeVisible();
    await userEvent.type(fields[0] ?? document.body, 'Sent to nobody{Enter}');
    expect(client.asked).toEqual([]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('Sent to nobody');
  });

  it('has heads of rooms, and messages that were found', async () => {
    const client = await show(KitHeaders);
    const heads = (await screen.findAllByRole('heading', { level: 1 })).map(({ textContent }) => textContent?.trim());
    expect(heads.slice(0, 3)).toEqual(['Ben Okafor', 'Ben Okafor', 'Sunday table']);
    expect(screen.getByText('Bakes on Sundays')).toBeVisible();
    expect(screen.getByText('Teaches you Accordion')).toBeInTheDocument();
    expect(client.asked).toEqual([]);
    TestBed.resetTestingModule();
    const other = await show(KitHits);
    expect(screen.getAllByRole('link')).toHaveLength(5);
    expect(screen.getAllByText('clay', { selector: 'mark' })[0]).toBeVisible();
    expect(other.asked).toEqual([]);
  });
});
