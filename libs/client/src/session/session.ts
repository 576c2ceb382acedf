import {
  ParleyError,
  type Grant,
  type LoginInput,
  type OidcAnswer,
  type OidcGrant,
  type OwnProfile,
  type RegisterInput,
  type SecondFactorLoginInput,
  type SessionKind,
} from '@parley/contracts';
import type { Address } from '../rest/routes';
import { request, type HttpAnswer, type HttpOptions, type HttpRequest } from '../rest/http';
import { requestLines } from '../rest/request-lines';
import { Value, type Readable } from '../value';
import { askTwice, isOutcomeUnknown } from './exchange';

/** `unknown` until the first `restore`; `ended` where somebody else ended a session that was open here. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut' }
  | { readonly status: 'signedIn'; readonly user: OwnProfile }
  | { readonly status: 'ended'; readonly reason: string };

/** Runs work when its turn comes, among all who share what it works on. */
export type TakeTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** A token this close to its end is renewed before it is used, in milliseconds. */
const RENEW_BEFORE_MS = 30_000;
/**
 * After how long it is asked again, each time, what became of an exchange, in milliseconds: all of it before the server takes the replaced token for a
 * stolen one, ten seconds after the first (contract, `POST /auth/refresh`).
 */
const SETTLE_AFTER_MS = [300, 700, 1_500, 3_000];

/**
 * Who is signed in, and the tokens of it. The access token is held in memory alone; the refresh token is a cookie that no script sees, or, for
 * clients that are no browser, in memory too. However many ask at once, one refresh is under way.
 */
export class Session {
  private readonly current = new Value<SessionState>({ status: 'unknown' });
  private access: { token: string; expiresAt: number } | null = null;
  private refreshToken: string | undefined;
  /** What stands for a session where there is none. */
  private apiKey: string | null = null;
  private refreshing: Promise<string> | null = null;
  /** Whether the refresh token may have been replaced without our knowing its successor. */
  private isUnsettled = false;
  private isSettling = false;

  /** @param takeTurns among the tabs of a browser, which have one cookie; everybody else is alone with their refresh token */
  constructor(
    private readonly http: HttpOptions,
    private readonly kind: SessionKind,
    private readonly takeTurns: TakeTurns = (work) => work(),
  ) {}

  get state(): Readable<SessionState> {
    return this.current;
  }

  async register(input: Omit<RegisterInput, 'session'>): Promise<void> {
    this.accept(await this.post('/auth/register', { ...input, session: this.kind }));
  }

  /**
   * @throws ParleyError `unauthenticated` where address and password do not fit; with `secondFactor` where they do and the account asks for a code
   * besides: `loginByCode` goes on from there
   */
  async login(input: Omit<LoginInput, 'session'>): Promise<void> {
    this.accept(await this.post('/auth/login', { ...input, session: this.kind }));
  }

  /**
   * Finishes a login by a code of the account's app, or by one of its recovery codes.
   * @throws ParleyError `validation_failed` at `code` for a wrong one, `unauthenticated` where the login has to begin anew
   */
  async loginByCode(input: Omit<SecondFactorLoginInput, 'session'>): Promise<void> {
    this.accept(await this.post('/auth/login/second-factor', { ...input, session: this.kind }));
  }

  /**
   * Signs in by what the browser brought back from the issuer; for browsers alone, in the one that was sent there. Answers whether that has opened an
   * account.
   * @throws ParleyError `unauthenticated` where it has to begin anew, or with `secondFactor` as `login`; `conflict` where the address has an account that is not
   * connected with the issuer's, `validation_failed` at `email` where the issuer has not verified one
   */
  async loginByIssuer(answer: OidcAnswer): Promise<boolean> {
    const grant = await this.post<OidcGrant>('/auth/oidc/finish', answer);
    this.accept(grant);
    return grant.isNew;
  }

  /**
   * Acts with an API key from now on: it is the token of every request and of the connection, for as long as the server takes it.
   * @throws ParleyError `unauthenticated` for a key that is none, `forbidden` for one without `profile:read`
   */
  async useApiKey(key: string): Promise<void> {
    this.acceptKey(key, await this.ownProfile(key));
  }

  /** Takes up the session that the refresh token stands for. Answers whether there is one. @throws ParleyError `unavailable` and the like. */
  async restore(): Promise<boolean> {
    try {
      await this.refresh();
      return true;
    } catch (error) {
      if (error instanceof ParleyError && error.code === 'unauthenticated') return false;
      throw error;
    }
  }

  /** Ends the session; an API key is only forgotten here. */
  async logout(): Promise<void> {
    if (this.apiKey !== null) return this.forget({ status: 'signedOut' });
    try {
      await request(this.http, { method: 'POST', path: '/auth/logout', token: await this.token() });
    } catch (error) {
      // A session that is over already is what was asked for.
      if (!(error instanceof ParleyError && error.code === 'unauthenticated')) throw error;
    }
    this.forget({ status: 'signedOut' });
  }

  /** Ends what is known here because the server said that the session is over. */
  end(reason: string): void {
    if (this.current.get().status === 'signedIn') this.forget({ status: 'ended', reason });
  }

  setUser(user: OwnProfile): void {
    if (this.current.get().status === 'signedIn') this.current.set({ status: 'signedIn', user });
  }

  /** An access token that is good for a while yet. @throws ParleyError `unauthenticated` where nobody is signed in. */
  async token(): Promise<string> {
    if (this.access && this.access.expiresAt - Date.now() > RENEW_BEFORE_MS) return this.access.token;
    return this.refresh();
  }

  /** A new access token; one exchange at a time. */
  refresh(): Promise<string> {
    this.refreshing ??= this.takeTurns(() => this.exchange()).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  /** Sends a request of the API with the caller's token, once more with a new one where the server no longer takes the old. */
  send(route: Address, call: HttpRequest): Promise<HttpAnswer> {
    if (route.access === 'public') return request(this.http, call);
    return this.withToken((token) => request(this.http, { ...call, token }));
  }

  /** The same of a request whose answer is JSON Lines, which may be long. */
  lines(call: HttpRequest): Promise<AsyncGenerator<unknown, void, undefined>> {
    return this.withToken((token) => requestLines(this.http, { ...call, token }));
  }

  private async withToken<T>(ask: (token: string) => Promise<T>): Promise<T> {
    const token = await this.token();
    try {
      return await ask(token);
    } catch (error) {
      if (!(error instanceof ParleyError) || error.code !== 'unauthenticated') throw error;
      return ask(this.access && this.access.token !== token ? this.access.token : await this.refresh());
    }
  }

  private async exchange(): Promise<string> {
    const before = this.current.get();
    const wasSignedIn = before.status === 'signedIn';
    if (this.apiKey === null && this.kind === 'token' && this.refreshToken === undefined) {
      if (!wasSignedIn) this.current.set({ status: 'signedOut' });
      throw new ParleyError('unauthenticated', 'Nobody is signed in.');
    }
    try {
      if (this.apiKey !== null) return this.acceptKey(this.apiKey, await this.ownProfile(this.apiKey));
      const body = this.kind === 'token' ? { refreshToken: this.refreshToken } : {};
      const grant = await askTwice(() => this.post('/auth/refresh', body));
      // In another tab, while this one slept: what is shown and kept here is not theirs to see.
      if (wasSignedIn && grant.user.id !== before.user.id) {
        throw new ParleyError('unauthenticated', 'Somebody else has signed in here.');
      }
      return this.accept(grant);
    } catch (error) {
      if (error instanceof ParleyError && error.code === 'unauthenticated') {
        this.forget(wasSignedIn ? { status: 'ended', reason: 'This session is over.' } : { status: 'signedOut' });
      }
      if (wasSignedIn && isOutcomeUnknown(error)) {
        this.isUnsettled = true;
        void this.settle();
      }
      throw error;
    }
  }

  /**
   * Learns, by the way, what became of an exchange that nobody could answer for: whoever asked is told at once that it failed, but a session whose token
   * was replaced and that does not take the successor in time would be over.
   */
  private async settle(): Promise<void> {
    if (this.isSettling) return;
    this.isSettling = true;
    for (const waitMs of SETTLE_AFTER_MS) {
      await new Promise((resolve) => setTimeout(resolve, waitMs * (0.5 + Math.random() / 2)));
      if (!this.isUnsettled) break;
      await this.refresh().catch(() => undefined);
    }
    this.isSettling = false;
  }

  private async ownProfile(key: string): Promise<OwnProfile> {
    const { body } = await request(this.http, { method: 'GET', path: '/users/me', token: key });
    return body as OwnProfile;
  }

  private acceptKey(key: string, user: OwnProfile): string {
    this.apiKey = key;
    this.access = { token: key, expiresAt: Infinity };
    this.refreshToken = undefined;
    this.current.set({ status: 'signedIn', user });
    return key;
  }

  private async post<Answer extends Grant = Grant>(path: string, body: unknown): Promise<Answer> {
    const answer = await request(this.http, { method: 'POST', path, body });
    return answer.body as Answer;
  }

  private accept(grant: Grant): string {
    this.access = { token: grant.accessToken, expiresAt: Date.now() + grant.expiresIn * 1_000 };
    this.refreshToken = grant.refreshToken;
    this.isUnsettled = false;
    this.apiKey = null;
    this.current.set({ status: 'signedIn', user: grant.user });
    return grant.accessToken;
  }

  private forget(state: SessionState): void {
    this.access = null;
    this.refreshToken = undefined;
    this.isUnsettled = false;
    this.apiKey = null;
    this.current.set(state);
  }
}
