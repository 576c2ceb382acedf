import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { InteractionResults } from 'oidc-provider';
import { SIGN_IN_AS } from './sign-in-there';

/** What the issuer of the tests shows to people. */
export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Example</title>
  <link rel="icon" href="data:,">
  <h1>Sign in at Example</h1>
  <form method="post">
    <label>Who are you? <input name="subject"></label>
    <button>Sign in</button>
    <button name="stop" value="yes">Cancel</button>
  </form>
</html>
`;

/**
 * Who has come to sign in: programs say it by a header, people by the form, and all are believed.
 * @returns what the provider goes on with; null for whoever has yet to be asked
 */
export async function whoSignsIn(request: IncomingMessage): Promise<InteractionResults | null> {
  const named = request.headers[SIGN_IN_AS];
  if (named !== undefined) return { login: { accountId: String(named) } };
  if (request.method !== 'POST') return null;
  const said = new URLSearchParams(await text(request));
  if (said.has('stop')) return { error: 'access_denied', error_description: 'They have thought better of it.' };
  return { login: { accountId: said.get('subject') ?? '' } };
}
