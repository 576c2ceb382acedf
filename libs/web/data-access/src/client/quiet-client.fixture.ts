import { ParleyClient } from '@parley/client';
import { errorTable, type OwnProfile, ParleyError } from '@parley/contracts';

/**
 * Answers by `METHOD /path` below the API's prefix: a body, a function of the request's body and query, a status, a Response or a promise of one as it is, a ParleyError as
 * the API tells it, or any other Error for no answer at all. What is not there is 404.
 */
export type Answers = Record<string, unknown>;

export const aProfile = (more: Partial<OwnProfile> = {}): OwnProfile => ({
  id: '018f0000-0000-7000-8000-00000000000a',
  displayName: 'Ana',
  headline: '',
  location: '',
  avatarUrl: null,
  bio: '',
  timezone: null,
  languages: [],
  createdAt: '2026-11-01T00:00:00.000Z',
  teaches: [],
  learns: [],
  email: 'ana@parley.example',
  privacy: { showPresence: true, sendReadReceipts: true, sendTyping: true },
  ...more,
});

const isFunction = (answer: unknown): answer is (body: unknown, query: URLSearchParams) => unknown =>
  typeof answer === 'function';

function refusal(error: ParleyError): Response {
  const { status } = errorTable[error.code];
  return new Response(JSON.stringify({ ...error.toWire(), type: 'about:blank', status, requestId: '1' }), { status });
}

/** The real SDK over a server of canned answers, without a live connection. */
export class QuietClient extends ParleyClient {
  readonly asked: { call: string; body: unknown }[] = [];

  constructor(readonly answers: Answers = {}) {
    super({
      origin: 'http://localhost',
      session: 'cookie',
      fetch: (url, init) => {
        const { pathname, searchParams } = new URL(typeof url === 'object' && 'url' in url ? url.url : url);
        const call = `${init?.method} ${pathname.replace('/api/v1', '')}`;
        const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
        this.asked.push({ call, body });
        const answer = this.answers[call];
        if (answer instanceof ParleyError) return Promise.resolve(refusal(answer));
        if (answer instanceof Error) return Promise.reject(answer);
        const found: unknown = isFunction(answer) ? answer(body, searchParams) : (answer ?? 404);
        if (found instanceof Response) return Promise.resolve(found);
        if (found instanceof Promise) return found as Promise<Response>;
        const status = typeof found === 'number' ? found : 200;
        return Promise.resolve(new Response(JSON.stringify(found), { status }));
      },
    });
  }

  /** As somebody who is signed in. */
  async signIn(user: OwnProfile = aProfile()): Promise<this> {
    this.answers['POST /auth/login'] ??= { user, accessToken: 'token', expiresIn: 600 };
    await this.session.login({ email: user.email, password: 'x' });
    return this;
  }

  override connect(): void {
    // Nothing listens.
  }
}
