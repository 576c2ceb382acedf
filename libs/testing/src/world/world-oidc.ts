import { ParleyError, type IssuedGrant, type usersRpc } from '@parley/contracts';
import { v7 } from 'uuid';
import type { StandInHandlers } from './stand-in-service';

type OidcCalls = 'oidcProvider' | 'beginOidc' | 'finishOidc' | 'beginOidcLink' | 'finishOidcLink';

/** Signing in by an issuer that has everybody come back at once. What began in one browser is finished in that one alone; the code says who comes. */
export function worldOidc(
  signIn: (name: string) => Promise<IssuedGrant>,
): Pick<StandInHandlers<typeof usersRpc>, OidcCalls> {
  const begun = new Map<string, string>();
  const begin = () => {
    const [state, browser] = [stateOf(), v7()];
    begun.set(state, browser);
    return { url: `https://issuer.example/auth?state=${state}`, browser, expiresIn: 600 };
  };
  const take = (state: string, browser: string): void => {
    if (begun.get(state) !== browser) throw new ParleyError('unauthenticated', 'That was not begun here.');
    begun.delete(state);
  };
  return {
    oidcProvider: async () => ({ provider: { name: 'Issuer' } }),
    beginOidc: async () => begin(),
    beginOidcLink: async () => begin(),
    finishOidc: async ({ state, browser, code }) => {
      take(state, browser);
      return { ...(await signIn(code)), isNew: true };
    },
    finishOidcLink: async ({ state, browser }) => {
      take(state, browser);
      return {};
    },
  };
}

const stateOf = (): string => `${v7()}-------`;
