import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { ForgotPage } from './forgot-page';

async function show(answer: unknown): Promise<QuietClient> {
  const client = new QuietClient({ 'POST /auth/reset': answer });
  await render(ForgotPage, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  return client;
}

async function ask(email: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail'), `${email}{Enter}`);
}

describe('ForgotPage', () => {
  it('has a mail sent, and tells so to whoever looks and to whoever listens', async () => {
    const client = await show({});
    await ask('ana@parley.example');
    expect(await screen.findByRole('status')).toHaveTextContent(/^If ana@parley\.example has an account/);
    expect(client.asked).toEqual([{ call: 'POST /auth/reset', body: { email: 'ana@parley.example' } }]);
    expect(screen.getByRole('heading', { name: 'Look into your mail' })).toHaveFocus();
  });

  it('lets one ask again, for another address', async () => {
    const client = await show({});
    await ask('ana@parley.example');
    await userEvent.click(await screen.findByRole('button', { name: 'Ask again' }));
    await userEvent.clear(screen.getByLabelText('E-mail'));
    await ask('ines@parley.example');
    expect(await screen.findByRole('status')).toHaveTextContent('ines@parley.example');
    expect(client.asked).toHaveLength(2);
  });

  it('sends nothing that is no address, and puts the cursor there', async () => {
    const client = await show({});
    await ask('ana@');
    expect(screen.getByLabelText('E-mail')).toHaveFocus();
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/Type a whole e-mail address/);
    expect(client.asked).toEqual([]);
  });

  it.each([
    [new ParleyError('rate_limited', 'Too many.'), 'Wait a moment and try again.'],
    [new TypeError('no network'), 'Parley does not answer just now.'],
  ])('says that it could not be asked for, and keeps what was typed: %s', async (answer, sentence) => {
    await show(answer);
    await ask('ana@parley.example');
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByLabelText('E-mail')).toHaveValue('ana@parley.example');
  });
});
