import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RegisterPage } from './register-page';

@Component({ template: '' })
class Anywhere {}

async function show(client: QuietClient): Promise<Router> {
  await render(RegisterPage, {
    imports: [words],
    providers: [provideRouter([{ path: '**', component: Anywhere }]), { provide: PARLEY_CLIENT, useValue: client }],
    inputs: { returnTo: '/people/1' },
  });
  return TestBed.inject(Router);
}

async function fill(name: string, email: string, password: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('Name'), name);
  await userEvent.type(screen.getByLabelText('E-mail'), email);
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Open an account' }));
}

describe('RegisterPage', () => {
  it('opens an account and goes on to the skills', async () => {
    const client = new QuietClient({ 'POST /auth/register': { user: aProfile(), accessToken: 't', expiresIn: 600 } });
    const router = await show(client);
    await fill('Ana', 'ana@parley.example', 'a few plain words');
    await waitFor(() => expect(router.url).toBe('/welcome?returnTo=%2Fpeople%2F1'));
    expect(client.asked[0]?.body).toMatchObject({ displayName: 'Ana', email: 'ana@parley.example', session: 'cookie' });
  });

  it.each([
    ['\u200b', 'ana@parley.example', 'a few plain words', 'Type the name that others will see.'],
    ['A'.repeat(61), 'ana@parley.example', 'a few plain words', 'That is too long for a name.'],
    ['Ana', 'ana@', 'a few plain words', 'Type a whole e-mail address'],
    ['Ana', 'ana@parley.example', 'short', 'It must have at least 8 characters.'],
  ])('checks by the contract before anything is sent: %j, %j, %j', async (name, email, password, sentence) => {
    const client = new QuietClient();
    await show(client);
    await fill(name, email, password);
    expect(await screen.findByText(sentence, { exact: false })).toBeVisible();
    expect(client.asked).toEqual([]);
  });

  it('tells nothing of an account that is there already, but what to do', async () => {
    await show(new QuietClient({ 'POST /auth/register': 409 }));
    await fill('Ana', 'ana@parley.example', 'a few plain words');
    expect(await screen.findByRole('alert')).toHaveTextContent('If it is yours, sign in instead.');
  });
});
