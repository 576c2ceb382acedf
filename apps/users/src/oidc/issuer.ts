import { Injectable } from '@nestjs/common';
import { ParleyError, type OidcAnswer } from '@parley/contracts';
import * as client from 'openid-client';
import { Settings } from '../settings';
import { isIssuerAway, issuerFetch } from './issuer-fetch';
import type { BegunAttempt, Proofs } from './oidc-attempts';
import type { OidcSettings } from './oidc-settings';

/** How long what the issuer says of itself is believed without asking again; its keys are asked for whenever one is unknown. */
const discoveredMs = 3_600_000;

/** Whom the issuer has signed in. */
export interface SignedInThere {
  readonly issuer: string;
  readonly subject: string;
  /** What else it says of them: what stands in the token, and what it answers when asked. @throws ParleyError `unavailable` where it does not */
  claims(): Promise<Readonly<Record<string, unknown>>>;
}

/** The issuer: the authorization code flow with PKCE, state and nonce, as OpenID Connect Core 1.0 and RFC 9700 have it. */
@Injectable()
export class Issuer {
  private discovered: { readonly config: Promise<client.Configuration>; readonly until: number } | undefined;
  private readonly redirectUri: string;

  constructor(private readonly settings: Settings) {
    this.redirectUri = `${settings.origin}/login/oidc`;
  }

  /** @throws ParleyError `not_found` where none is configured */
  get configured(): OidcSettings {
    const { oidc } = this.settings;
    if (oidc === null) throw new ParleyError('not_found', 'No issuer is configured here.');
    return oidc;
  }

  /** Before anything is promised to anybody. @throws ParleyError `unavailable` where it does not answer, `not_found` where none is configured */
  async ready(): Promise<void> {
    await this.config();
  }

  /** Where a browser signs in; the address that it comes back to is Parley's own, whatever anybody asks for. */
  async authorizationUrl({ state, nonce, verifier }: BegunAttempt): Promise<string> {
    const url = client.buildAuthorizationUrl(await this.config(), {
      ...{ redirect_uri: this.redirectUri, scope: 'openid email profile', state, nonce },
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const { issuer } = this.configured;
    const taken = isInsecure(issuer) ? ['https:', 'http:'] : ['https:'];
    if (!taken.includes(url.protocol)) throw away('it does not sign people in over https');
    return url.href;
  }

  /**
   * Exchanges a code, once. What comes is held against the issuer's keys, our own id, the time, and this very question.
   * @throws ParleyError `unauthenticated` for what is not to be believed, `unavailable` where the issuer does not answer
   */
  async exchange({ code, state, iss }: OidcAnswer, { nonce, verifier }: Proofs): Promise<SignedInThere> {
    const config = await this.config();
    const address = new URL(this.redirectUri);
    address.search = new URLSearchParams({ code, state, ...(iss !== undefined && { iss }) }).toString();
    const tokens = await client
      .authorizationCodeGrant(config, address, {
        ...{ pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state },
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
    const token = tokens.claims();
    if (token === undefined) throw notBelieved('no token');
    const { sub: subject, iss: issuedBy } = token;
    // Some issuers stand for many and sign as one of them: what is a subject to one is somebody else to another.
    if (issuedBy !== config.serverMetadata().issuer) throw notBelieved('another issuer');
    return {
      ...{ issuer: this.configured.issuer, subject },
      claims: async () => {
        if (token['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return token;
        const info = await client.fetchUserInfo(config, tokens.access_token, subject).catch((error: unknown) => {
          throw refusalOf(error);
        });
        return { ...token, ...info };
      },
    };
  }

  private config(): Promise<client.Configuration> {
    const known = this.discovered;
    if (known && known.until > Date.now()) return known.config;
    const config = this.discover(this.configured);
    const mine = { config, until: Date.now() + discoveredMs };
    this.discovered = mine;
    // What could not be found out is asked for again by the next who wants it.
    config.catch(() => {
      if (this.discovered === mine) this.discovered = undefined;
    });
    return config;
  }

  private async discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
    try {
      return await client.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
        [client.customFetch]: issuerFetch,
        execute: [
          // By itself the library believes what comes over TLS; a signature is proof against whoever stands in between, and shows who issued it.
          client.enableNonRepudiationChecks,
          ...(isInsecure(issuer) ? [client.allowInsecureRequests] : []),
        ],
      });
    } catch (error) {
      throw away(reasonOf(error));
    }
  }
}

/** Plain http is for an issuer on this very machine; the configuration takes no other. */
const isInsecure = (issuer: string): boolean => issuer.startsWith('http:');

/** As the issuer says that it takes it; in the header, which every issuer takes, where it does not say. */
function authentication(clientSecret: string | undefined): client.ClientAuth {
  if (clientSecret === undefined) return client.None();
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** What is thrown for an exchange that failed. The library's own errors stay here: what they hold may be secret. */
function refusalOf(error: unknown): ParleyError {
  const reason = reasonOf(error);
  if (isIssuerAway(error)) return away(reason);
  // That the issuer does not know us is for whoever runs Parley to mend.
  if (error instanceof client.WWWAuthenticateChallengeError || /^(invalid|unauthorized)_client$/.test(reason)) {
    return away(reason);
  }
  return notBelieved(reason);
}

/** Names from fixed lists: the issuer's (RFC 6749, 5.2) or the library's. */
function reasonOf(error: unknown): string {
  if (error instanceof client.ResponseBodyError) return error.error;
  if (error instanceof client.ClientError && error.code !== undefined) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

const away = (reason: string): ParleyError =>
  new ParleyError('unavailable', 'Where you wanted to sign in does not answer. Try again in a moment.', {
    cause: new Error(`the issuer: ${reason}`),
  });
const notBelieved = (reason: string): ParleyError =>
  new ParleyError('unauthenticated', 'This sign-in could not be finished. Begin it once more.', {
    cause: new Error(`the issuer: ${reason}`),
  });
