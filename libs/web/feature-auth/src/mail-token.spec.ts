import { Location, PlatformLocation } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { waitFor } from '@testing-library/angular';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { authRoutes } from './index';
import { MailToken } from './mail-token';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const token = 't'.repeat(43);

/** Opens an address as the browser does when a link is pressed outside of it. */
async function open(client: QuietClient, address: string): Promise<RouterTestingHarness> {
  TestBed.configureTestingModule({
    imports: [words],
    providers: [
      provideRouter([...authRoutes, { path: '**', component: Elsewhere }]),
      { provide: PARLEY_CLIENT, useValue: client },
    ],
  });
  TestBed.inject(PlatformLocation).pushState(null, '', address);
  const harness = await RouterTestingHarness.create();
  TestBed.inject(Router).initialNavigation();
  return harness;
}

/** Waits long enough for a page to be loaded on a busy machine, too. */
const eventually = (check: () => void): Promise<void> => waitFor(check, { timeout: 15_000 });

const address = (): string => TestBed.inject(Location).path(true);
const nobody = { 'POST /auth/refresh': 401 };

describe('the token of a mail', () => {
  it('leaves the address and its place in the history, and does its work', async () => {
    const client = new QuietClient({ ...nobody, 'POST /auth/email/confirm': {} });
    await open(client, `/confirm-email#token=${token}`);
    await eventually(() => expect(client.asked).toContainEqual({ call: 'POST /auth/email/confirm', body: { token } }));
    expect([address(), TestBed.inject(Router).url]).toEqual(['/confirm-email', '/confirm-email']);
    TestBed.inject(Location).back();
    await eventually(() => expect(address()).not.toContain('confirm-email'));
  });

  it('leaves it while the server is still away', async () => {
    await open(
      new QuietClient({ 'POST /auth/refresh': new TypeError('no network') }),
      `/reset-password#token=${token}`,
    );
    await eventually(() => expect(TestBed.inject(MailToken).held()).toBe(token));
    expect(address()).toBe('/reset-password');
  });

  it('is taken from another link too that is opened in the same page', async () => {
    const client = new QuietClient(nobody);
    await open(client, `/confirm-email#token=${token}`);
    await eventually(() => expect(client.asked).toHaveLength(2));
    await TestBed.inject(Router).navigateByUrl(`/confirm-email#token=${'u'.repeat(43)}`);
    await eventually(() => expect(client.asked.at(-1)?.body).toEqual({ token: 'u'.repeat(43) }));
    expect(address()).toBe('/confirm-email');
  });

  it('is asked for where there is none', async () => {
    const harness = await open(new QuietClient(nobody), '/reset-password');
    await eventually(() => expect(address()).toBe('/forgot-password'));
    await eventually(() => expect(harness.routeNativeElement).toHaveTextContent('Type the address of your account.'));
  });
});
