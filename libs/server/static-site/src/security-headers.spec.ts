import { securityHeaders } from './security-headers';

/** The sources of one directive of the policy for an origin. */
function sourcesOf(directive: string, origin = 'https://parley.example'): string[] {
  const policy = securityHeaders(origin)['content-security-policy'] ?? '';
  const found = policy.split('; ').find((text) => text.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('the headers of pages', () => {
  it('S36: let no script run but our own files', () => {
    expect(sourcesOf('script-src')).toEqual([`'self'`]);
    expect(sourcesOf('default-src')).toEqual([`'none'`]);
    expect(sourcesOf('require-trusted-types-for')).toEqual([`'script'`]);
  });

  it.each([
    ['https://parley.example', 'wss://parley.example'],
    ['http://localhost:8080', 'ws://localhost:8080'],
  ])('let pages of %s connect to it alone, by WebSocket to %s', (origin, socket) => {
    expect(sourcesOf('connect-src', origin)).toEqual([`'self'`, socket]);
  });

  it('S36: let nobody frame us, guess types, or learn where people come from', () => {
    expect(sourcesOf('frame-ancestors')).toEqual([`'none'`]);
    expect(securityHeaders('https://parley.example')).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });
});
