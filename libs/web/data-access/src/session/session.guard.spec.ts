import { returnTo, safeReturn } from './session.guard';

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
