import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { IssuerSignIn, LEAVE_FOR, PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { LoginPage } from './login-page';

@Component({ template: '' })
class Anywhere {}

const grant = { user: aProfile(), accessToken: 'token', expiresIn: 600 };

const left: string[] = [];

async function show(client: QuietClient, returnTo?: string): Promise<Router> {
  await render(LoginPage, {
    imports: [words],
    providers: [
      provideRouter([{ path: '**', component: Anywhere }]),
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: LEAVE_FOR, useValue: (url: string) => left.push(url) },
    ],
    inputs: { returnTo },
  });
  return TestBed.inject(Router);
}

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail'), 'ana@parley.example');
  await userEvent.type(screen.getByLabelText('Password'), 'teach me something{Enter}');
}

describe('LoginPage', () => {
  it('signs in and goes back to where one came from', async () => {
    const router = await show(new QuietClient({ 'POST /auth/login': grant }), '/rooms/1');
    await signIn();
    await waitFor(() => expect(router.url).toBe('/rooms/1'));
  });

  it('leads nowhere else', async () => {
    const router = await show(new QuietClient({ 'POST /auth/login': grant }), '//evil.example');
    await signIn();
    await waitFor(() => expect(router.url).toBe('/rooms'));
  });

  it('sends nothing that is not there, and puts the cursor where it is missing', async () => {
    const client = new QuietClient({ 'POST /auth/login': grant });
    await show(client);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Type your e-mail address.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveFocus();
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription('Type your e-mail address.');
    expect(client.asked.map(({ call }) => call)).toEqual(['GET /auth/oidc']);
  });

  it.each([
    [401, 'E-mail and password do not fit together.'],
    [429, 'Wait a moment and try again.'],
    [503, 'Parley does not answer just now.'],
  ])('has words for an answer of %i, and keeps what was typed', async (status, sentence) => {
    await show(new QuietClient({ 'POST /auth/login': status }));
    await signIn();
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByLabelText('E-mail')).toHaveValue('ana@parley.example');
  });

  it('knows a way for whoever has forgotten the password', async () => {
    await show(new QuietClient());
    expect(screen.getByRole('link', { name: 'Forgot your password?' })).toHaveAttribute('href', '/forgot-password');
  });

  it('shows the password to whoever wants to see it', async () => {
    await show(new QuietClient());
    const field = screen.getByLabelText('Password');
    expect(field).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(field).toHaveAttribute('type', 'text');
    expect(field).toHaveAttribute('autocomplete', 'current-password');
  });

  describe('by an issuer', () => {
    const PROVIDER = 'GET /auth/oidc';
    const BEGIN = 'POST /auth/oidc/begin';
    const configured = { [PROVIDER]: { provider: { name: 'Example' } } };
    const button = () => screen.findByRole('button', { name: 'Continue with Example' });
    beforeEach(() => {
      left.length = 0;
      localStorage.clear();
    });

    it.each([[{ provider: null }], [503]])('is offered nobody where there is none: %j', async (answer) => {
      const client = new QuietClient({ [PROVIDER]: answer });
      await show(client);
      await waitFor(() => expect(client.asked).toHaveLength(1));
      expect(screen.queryByRole('button', { name: /Continue/ })).toBeNull();
      expect(screen.queryByRole('alert')).toBeNull();
    });

    it('is there at once where this browser knows of it, and stays while nobody can be asked', async () => {
      localStorage.setItem('parley.issuer', '"Example"');
      const client = new QuietClient({ [PROVIDER]: 503 });
      await show(client);
      expect(screen.getByRole('button', { name: 'Continue with Example' })).toBeVisible();
      await waitFor(() => expect(client.asked).toHaveLength(1));
      expect(await button()).toBeVisible();
    });

    it('is kept in mind, and forgotten once there is none any more', async () => {
      const client = new QuietClient({ ...configured });
      await show(client);
      await button();
      expect(localStorage.getItem('parley.issuer')).toBe('"Example"');
      client.answers[PROVIDER] = { provider: null };
      await TestBed.inject(IssuerSignIn).name();
      expect(localStorage.getItem('parley.issuer')).toBeNull();
    });

    it('goes there, and knows where to go afterwards', async () => {
      const url = 'https://issuer.example/auth?state=1';
      await show(new QuietClient({ ...configured, [BEGIN]: { url, expiresIn: 600 } }), '/rooms/1');
      await userEvent.click(await button());
      await waitFor(() => expect(left).toEqual([url]));
      expect(JSON.parse(localStorage.getItem('parley.oidc') ?? '')).toEqual({ link: false, returnTo: '/rooms/1' });
    });

    it('goes to no script, whatever the server was made to say', async () => {
      await show(new QuietClient({ ...configured, [BEGIN]: { url: 'javascript:alert(1)', expiresIn: 600 } }));
      await userEvent.click(await button());
      expect(await screen.findByRole('alert')).toBeVisible();
      expect(left).toEqual([]);
    });

    it('says so where it is away, and can be tried again', async () => {
      const client = new QuietClient({ ...configured, [BEGIN]: 503 });
      await show(client);
      await userEvent.click(await button());
      expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
      client.answers[BEGIN] = { url: 'https://issuer.example/', expiresIn: 600 };
      await userEvent.click(await button());
      await waitFor(() => expect(left).toHaveLength(1));
    });
  });

  describe('where the account asks for a code', () => {
    const challenge = 'c'.repeat(43);
    const needed = new ParleyError('unauthenticated', 'A code.', { secondFactor: { challenge, expiresIn: 300 } });
    const wrong = new ParleyError('validation_failed', 'No.', { errors: [{ path: 'code', message: 'is wrong' }] });
    const type = async (code: string): Promise<HTMLElement> => {
      const field = await screen.findByLabelText('Code');
      await userEvent.type(field, `${code}{Enter}`);
      return field;
    };

    it('asks for it, says where it is wrong, and signs in by it', async () => {
      const client = new QuietClient({ 'POST /auth/login': needed, 'POST /auth/login/second-factor': wrong });
      const router = await show(client, '/rooms/1');
      await signIn();
      expect(await screen.findByText('One thing more')).toHaveFocus();
      const field = await type('12345');
      await waitFor(() => expect(field).toHaveAccessibleDescription(/This code is not right/));
      expect(field).toHaveAttribute('autocomplete', 'one-time-code');
      client.answers['POST /auth/login/second-factor'] = grant;
      await type('6');
      await waitFor(() => expect(router.url).toBe('/rooms/1'));
      expect(client.asked).toContainEqual({
        call: 'POST /auth/login/second-factor',
        body: { challenge, code: '123456', session: 'cookie' },
      });
    });

    it('takes a recovery code', async () => {
      const client = new QuietClient({ 'POST /auth/login': needed, 'POST /auth/login/second-factor': grant });
      const router = await show(client);
      await signIn();
      await userEvent.click(await screen.findByText('Use a recovery code'));
      const field = screen.getByLabelText('Recovery code');
      expect(field).toHaveAttribute('inputmode', 'text');
      await userEvent.type(field, 'aaaa-bbbb-cccc-dddd{Enter}');
      await waitFor(() => expect(router.url).toBe('/rooms'));
    });

    it('does not say of one kind of code what was wrong with the other', async () => {
      const limited = new ParleyError('rate_limited', 'Too many.');
      await show(new QuietClient({ 'POST /auth/login': needed, 'POST /auth/login/second-factor': limited }));
      await signIn();
      await type('123456');
      expect(await screen.findByRole('alert')).toBeVisible();
      await userEvent.clear(screen.getByLabelText('Code'));
      await userEvent.click(screen.getByText('Sign in'));
      expect(screen.getByText('Type the code.')).toBeVisible();
      await userEvent.click(screen.getByText('Use a recovery code'));
      const field = screen.getByLabelText('Recovery code');
      await waitFor(() => expect(field).toHaveFocus());
      expect(field).toHaveValue('');
      expect(screen.queryByText('Type the code.')).toBeNull();
      expect(screen.queryByRole('alert')).toBeNull();
    });

    it('begins anew where it took too long, and says so', async () => {
      const client = new QuietClient({ 'POST /auth/login': needed, 'POST /auth/login/second-factor': 401 });
      await show(client);
      await signIn();
      await type('123456');
      expect(await screen.findByRole('alert')).toHaveTextContent('That took too long');
      expect(screen.getByLabelText('E-mail')).toHaveValue('ana@parley.example');
    });

    it('says how long to wait after too many wrong ones', async () => {
      const limited = new ParleyError('rate_limited', 'Too many.');
      await show(new QuietClient({ 'POST /auth/login': needed, 'POST /auth/login/second-factor': limited }));
      await signIn();
      await type('123456');
      expect(await screen.findByRole('alert')).toHaveTextContent('Wait a moment and try again.');
      expect(screen.getByLabelText('Code')).toBeVisible();
    });
  });
});
