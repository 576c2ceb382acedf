import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { AccountStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { SecondFactorSection } from './second-factor-section';

jest.setTimeout(60_000);

const account = {
  ...{ email: 'ana@parley.example', emailVerified: true, createdAt: '2026-11-01T00:00:00.000Z', moderator: false },
  ...{ secondFactor: null, hasPassword: true, identity: null },
};
const on = { ...account, secondFactor: { enabledAt: '2026-11-02T00:00:00.000Z', recoveryCodesLeft: 7 } };
const setup = {
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Parley:ana?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Parley',
  expiresIn: 900,
};
const recoveryCodes = ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'];
const wrong = (path: string): ParleyError =>
  new ParleyError('validation_failed', `${path}: no`, { errors: [{ path, message: 'no' }] });

async function show(answers: Record<string, unknown>): Promise<QuietClient> {
  const client = await new QuietClient({ 'GET /auth/account': account, ...answers }).signIn();
  await render(SecondFactorSection, {
    imports: [words],
    providers: [provideRouter([]), AccountStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  await TestBed.inject(AccountStore).load();
  return client;
}
async function open(button: string) {
  const found = await screen.findByText(button);
  await waitFor(() => expect(found).toBeEnabled());
  await userEvent.click(found);
  const dialog = document.querySelector<HTMLElement>('dialog');
  if (!dialog) throw new Error('No dialog has opened.');
  return within(dialog);
}
const toasts = (): string[] =>
  TestBed.inject(Toaster)
    .toasts()
    .map(({ text }) => text);

describe('turning the second factor on', () => {
  it('asks for the password, shows the key, takes a code of it and shows the recovery codes', async () => {
    const client = await show({
      'POST /auth/second-factor': setup,
      'PUT /auth/second-factor': () => {
        client.answers['GET /auth/account'] = on;
        return { recoveryCodes };
      },
    });
    const dialog = await open('Ask me for a code too…');
    await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something{Enter}');
    expect(await dialog.findByLabelText('QR code of the key')).toBeVisible();
    expect(dialog.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
    const field = dialog.getByLabelText('Code');
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await userEvent.type(field, '123 456{Enter}');
    expect(await dialog.findByText('aaaa-bbbb-cccc-dddd')).toBeVisible();
    await waitFor(() => expect(dialog.getByLabelText('Recovery codes')).toHaveFocus());
    expect(client.asked).toContainEqual({
      call: 'POST /auth/second-factor',
      body: { password: 'teach me something' },
    });
    expect(client.asked).toContainEqual({ call: 'PUT /auth/second-factor', body: { code: '123 456' } });
    await userEvent.click(dialog.getByText('I have kept them'));
    expect(document.querySelector('dialog')).toBeNull();
    expect(screen.getByText(/7 recovery codes/)).toBeVisible();
    expect(toasts()).toEqual([expect.stringContaining('asks for a code')]);
  });

  it('says at its field that the password, or the code, is wrong', async () => {
    const client = await show({ 'POST /auth/second-factor': wrong('password') });
    const dialog = await open('Ask me for a code too…');
    const password = dialog.getByLabelText('Your password');
    await userEvent.type(password, 'not it{Enter}');
    await waitFor(() => expect(password).toHaveAccessibleDescription(/This is not your password/));
    client.answers['POST /auth/second-factor'] = setup;
    client.answers['PUT /auth/second-factor'] = wrong('code');
    await userEvent.type(password, '!{Enter}');
    const code = await dialog.findByLabelText('Code');
    await userEvent.type(code, '123456{Enter}');
    await waitFor(() => expect(code).toHaveAccessibleDescription(/This code is not right/));
    client.answers['PUT /auth/second-factor'] = new ParleyError('conflict', 'Too late.');
    await userEvent.type(code, '7{Enter}');
    expect(await dialog.findByRole('alert')).toHaveTextContent('Begin anew');
  });

  it('copies the recovery codes and saves them', async () => {
    await show({ 'POST /auth/second-factor': setup, 'PUT /auth/second-factor': { recoveryCodes } });
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const dialog = await open('Ask me for a code too…');
    await user.type(dialog.getByLabelText('Your password'), 'teach me something{Enter}');
    await user.type(await dialog.findByLabelText('Code'), '123456{Enter}');
    await user.click(await dialog.findByText('Copy them'));
    expect(copied).toHaveBeenCalledWith(recoveryCodes.join('\n'));
    await user.click(dialog.getByText('Save them as a file'));
    expect(saved).toEqual(['parley-recovery-codes.txt']);
    jest.restoreAllMocks();
  });
});

describe('a second factor that is on', () => {
  it('is turned off by the password and a code', async () => {
    const client = await show({
      'GET /auth/account': on,
      'POST /auth/second-factor/disable': wrong('code'),
    });
    const dialog = await open('Turn it off…');
    await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something');
    const code = dialog.getByLabelText('Code');
    await userEvent.type(code, '123456{Enter}');
    await waitFor(() => expect(code).toHaveAccessibleDescription(/This code is not right/));
    client.answers['POST /auth/second-factor/disable'] = () => {
      client.answers['GET /auth/account'] = account;
      return {};
    };
    await userEvent.type(code, '7{Enter}');
    expect(await screen.findByText('Ask me for a code too…')).toBeVisible();
    expect(client.asked).toContainEqual({
      call: 'POST /auth/second-factor/disable',
      body: { password: 'teach me something', code: '1234567' },
    });
    expect(toasts()).toEqual([expect.stringContaining('password alone')]);
  });

  it('gets other recovery codes, and shows them', async () => {
    await show({ 'GET /auth/account': on, 'POST /auth/second-factor/recovery-codes': { recoveryCodes } });
    const dialog = await open('Other recovery codes…');
    await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something');
    await userEvent.type(dialog.getByLabelText('Code'), '123456{Enter}');
    expect(await dialog.findByText('eeee-ffff-gggg-hhhh')).toBeVisible();
  });
});
