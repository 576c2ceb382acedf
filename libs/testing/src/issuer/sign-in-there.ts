import type { OidcAnswer } from '@parley/contracts';

/** By which header the issuer of the tests is told who comes, where that is a program; it asks for no password. */
export const SIGN_IN_AS = 'x-sign-in-as';

/**
 * A browser that goes where Parley sends it and signs in at the issuer of the tests.
 * @returns what it brings back to Parley
 */
export async function signInThere(url: string, subject: string): Promise<OidcAnswer & { readonly address: URL }> {
  const issuer = new URL(url).origin;
  const cookies = new Map<string, string>();
  let at = new URL(url);
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie, [SIGN_IN_AS]: subject } });
    const text = await answer.text();
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The issuer answered ${answer.status}: ${text.slice(0, 500)}`);
    at = new URL(location, at);
    if (at.origin !== issuer) return { ...broughtBy(at), address: at };
  }
  throw new Error('The issuer sends its browsers round in circles.');
}

function broughtBy({ searchParams }: URL): OidcAnswer {
  const [code, state, iss] = ['code', 'state', 'iss'].map((name) => searchParams.get(name) ?? undefined);
  if (code === undefined || state === undefined) throw new Error(`The issuer refused: ${searchParams.toString()}`);
  return { code, state, ...(iss !== undefined && { iss }) };
}
