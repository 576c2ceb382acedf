import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError, type ApiKey } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { KeysPage } from './keys-page';

jest.setTimeout(60_000);

const old: ApiKey = {
  ...{ id: 'old', name: 'Backup', scopes: ['messages:read'], createdAt: '2025-01-01T00:00:00.000Z' },
  ...{ expiresAt: '2025-06-01T00:00:00.000Z', lastUsedAt: null },
};
const made = { id: 'new', name: 'Bot', scopes: ['rooms:read'], expiresAt: null, key: 'parley_secret' };

async function show(answers: Record<string, unknown> = {}): Promise<QuietClient> {
  const client = await new QuietClient({ 'GET /api-keys': { items: [old] }, ...answers }).signIn();
  await render(KeysPage, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  return client;
}
const lastCall = (client: QuietClient) => client.asked.at(-1);

async function make(name: string, ...scopes: string[]): Promise<void> {
  await userEvent.type(await screen.findByLabelText(/What it is for/), name);
  for (const scope of scopes) await userEvent.click(screen.getByLabelText(new RegExp(scope)));
  await userEvent.click(screen.getByText('Make the key'));
}

describe('KeysPage', () => {
  it('lists what there is, with its end and its last use', async () => {
    await show();
    const row = (await screen.findByText('Backup')).closest('li');
    expect(row).toHaveTextContent('messages:read');
    expect(row).toHaveTextContent('Has ended');
    expect(row).toHaveTextContent('Never used');
  });

  it('shows a new key this once, to be copied', async () => {
    const client = await show({ 'POST /api-keys': made });
    const copied: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) } });
    await make('Bot', 'rooms:read');
    expect(await screen.findByLabelText('The key')).toHaveValue('parley_secret');
    expect(lastCall(client)?.body).toMatchObject({ name: 'Bot', scopes: ['rooms:read'] });
    await userEvent.click(screen.getByText('Copy the key'));
    expect(copied).toEqual(['parley_secret']);
    await userEvent.click(screen.getByText('I have put it away'));
    expect(screen.queryByLabelText('The key')).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('is good for ninety days unless one wants it otherwise', async () => {
    const client = await show({ 'POST /api-keys': made });
    await make('Bot', 'rooms:read');
    const { expiresAt } = lastCall(client)?.body as { expiresAt: string };
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(90, 1);
    await userEvent.click(screen.getByLabelText('No end'));
    await make('Bot', 'rooms:read');
    expect(lastCall(client)?.body).toMatchObject({ expiresAt: null });
  });

  it('asks for a name and for something that it may do', async () => {
    const client = await show();
    await make('Bot');
    expect(await screen.findByText('Choose at least one thing.')).toBeVisible();
    await userEvent.click(screen.getByLabelText(/rooms:read/));
    await userEvent.clear(screen.getByLabelText(/What it is for/));
    await userEvent.click(screen.getByText('Make the key'));
    await waitFor(() => expect(screen.getByLabelText(/What it is for/)).toHaveFocus());
    expect(client.asked.filter(({ call }) => call.startsWith('POST /api-keys'))).toEqual([]);
  });

  it('says so where one has as many as one may', async () => {
    await show({ 'POST /api-keys': new ParleyError('conflict', 'Too many keys.') });
    await make('Bot', 'rooms:read');
    expect(await screen.findByRole('alert')).toHaveTextContent('You have 50 keys');
  });

  it('asks before a key is deleted', async () => {
    const client = await show({ 'DELETE /api-keys/old': {} });
    await userEvent.click(await screen.findByLabelText('Delete Backup'));
    expect(screen.getByText('Delete “Backup”?')).toBeInTheDocument();
    expect(lastCall(client)?.call).toBe('GET /api-keys');
    const [, confirm] = screen.getAllByText('Delete');
    if (confirm) await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByText('Backup')).toBeNull());
    expect(lastCall(client)?.call).toBe('DELETE /api-keys/old');
  });

  it('is asked for again where the server did not answer', async () => {
    const client = await show({ 'GET /api-keys': 503 });
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    client.answers['GET /api-keys'] = { items: [] };
    await userEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('You have no keys.')).toBeVisible();
  });
});
