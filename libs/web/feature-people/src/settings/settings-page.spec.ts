import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/angular';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { SettingsPage } from './settings-page';

@Component({ template: '' })
class Beside {}

const children = ['', 'you', 'account'].map((path) => ({ path, component: Beside }));

describe('SettingsPage', () => {
  it.each([
    ['/settings', false, true],
    ['/settings/you', true, true],
    ['/settings/account', true, false],
  ])('at %s knows whether something is open, and whether that is oneself', async (url, isOpen, isOneself) => {
    const client = await new QuietClient().signIn(aProfile({ displayName: 'Ana' }));
    TestBed.configureTestingModule({
      imports: [words],
      providers: [
        provideRouter([{ path: 'settings', component: SettingsPage, children }]),
        { provide: PARLEY_CLIENT, useValue: client },
      ],
    });
    const harness = await RouterTestingHarness.create(url);
    await harness.fixture.whenStable();
    const me = screen.getByRole('link', { name: /Ana/ });
    expect(me).toHaveAttribute('href', '/settings/you');
    expect(me.matches('.here')).toBe(isOneself);
    expect(me.matches('[aria-current=page]')).toBe(url === '/settings/you');
    expect(harness.routeNativeElement?.querySelector('parley-panes.chosen') !== null).toBe(isOpen);
  });
});
