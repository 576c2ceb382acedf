/**
 * The headers that every page and asset of the web app is served with.
 * @param publicOrigin as the browser writes it, e.g. `http://localhost:8080`
 * @param ownScripts what the page holds in itself, each as `'sha256-…'`
 */
export function securityHeaders(
  publicOrigin: string,
  ownScripts: readonly string[] = [],
): Readonly<Record<string, string>> {
  const policy: Readonly<Record<string, readonly string[]>> = {
    'default-src': [`'none'`],
    'script-src': [`'self'`, ...ownScripts],
    // Angular puts the styles of components into the page as it shows them.
    'style-src': [`'self'`, `'unsafe-inline'`],
    'font-src': [`'self'`],
    // A profile's picture may live anywhere.
    'img-src': [`'self'`, 'data:', 'blob:', 'https:'],
    // Not every browser takes 'self' for the WebSocket of the same origin.
    'connect-src': [`'self'`, publicOrigin.replace(/^http/, 'ws')],
    'manifest-src': [`'self'`],
    'worker-src': [`'self'`],
    'base-uri': [`'self'`],
    'form-action': [`'self'`],
    'frame-ancestors': [`'none'`],
    'require-trusted-types-for': [`'script'`],
    'trusted-types': ['angular', 'dompurify'],
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
