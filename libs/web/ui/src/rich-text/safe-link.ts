const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * Where a link may lead: an absolute web address or an e-mail address, as the browser itself reads it; null for everything else
 * (`javascript:`, `data:`, relative ones, and whatever hides such with tabs, entities or case).
 */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (!ALLOWED.has(url.protocol)) return null;
  // A name and password before the host serve only to make one host look like another.
  return url.username === '' && url.password === '' ? url.href : null;
}

/** Whether a link's words name one place while it leads to another. */
export function isMisleading(words: string, href: string): boolean {
  const named = words.trim().replace(/^www\./i, 'https://www.');
  if (!/^https?:/i.test(named)) return false;
  return !URL.canParse(named) || new URL(named).host !== new URL(href).host;
}
