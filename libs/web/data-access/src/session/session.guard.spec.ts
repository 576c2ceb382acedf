import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { meanwhile, returnTo, safeReturn } from './session.guard';

@Component({ template: '' })
class View {}

describe('a view that is fetched meanwhile', () => {
  async function visit(load: () => Promise<unknown>): Promise<{ url: string; asked: boolean }> {
    let letIn: (value: boolean) => void = () => undefined;
    let asked = false;
    const look = (): Promise<unknown> => {
      asked = true;
      return load();
    };
    const decides = (): Promise<boolean> => new Promise((resolve) => (letIn = resolve));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'view', component: View, canMatch: [meanwhile(look)], canActivate: [decides] }]),
      ],
    });
    const router = TestBed.inject(Router);
    const gone = router.navigateByUrl('/view');
    await new Promise((resolve) => setTimeout(resolve));
    const askedBefore = asked;
    letIn(true);
    await gone;
    return { url: router.url, asked: askedBefore };
  }

  it('is asked for before anybody has decided who may see it', async () => {
    expect(await visit(() => Promise.resolve())).toEqual({ url: '/view', asked: true });
  });

  it('is left to the router where it cannot be had just then', async () => {
    expect(await visit(() => Promise.reject(new TypeError('no network')))).toEqual({ url: '/view', asked: true });
  });
});

describe('coming back after signing in', () => {
  it('remembers any page but the start page', () => {
    expect(returnTo('/people/1?x=y')).toEqual({ returnTo: '/people/1?x=y' });
    expect(returnTo('/rooms')).toEqual({});
  });

  it.each([undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'does not lead away to %j',
    (url) => expect(safeReturn(url)).toBe('/rooms'),
  );

  it('leads back to a page of the app', () => expect(safeReturn('/rooms/1')).toBe('/rooms/1'));
});
