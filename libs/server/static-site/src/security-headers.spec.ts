import { ownScripts } from './own-scripts';
import { securityHeaders } from './security-headers';

/** The sources of one directive of the policy for an origin. */
function sourcesOf(
  directive: string,
  origin = 'https://parley.example',
  scripts: readonly string[] | undefined = undefined,
): string[] {
  const policy = securityHeaders(origin, scripts)['content-security-policy'] ?? '';
  const found = policy.split('; ').find((text) => text.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('the headers of pages', () => {
  it('S36: let no script run but our own files', () => {
    expect(sourcesOf('script-src')).toEqual([`'self'`]);
    expect(sourcesOf('default-src')).toEqual([`'none'`]);
    expect(sourcesOf('require-trusted-types-for')).toEqual([`'script'`]);
  });

  it('S36: let run of what is written into a page only what was there when it was built', () => {
    const [hash = ''] = ownScripts('<script>run()</script><script src="main.js" type="module"></script>');
    expect(hash).toBe(`'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='`);
    expect(sourcesOf('script-src', 'https://parley.example', [hash])).toEqual([`'self'`, hash]);
    expect(ownScripts('<script>run(1)</script>')).not.toContain(hash);
    expect(ownScripts('<p>No script</p>')).toEqual([]);
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
