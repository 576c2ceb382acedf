import { randomUUID } from 'node:crypto';
import type { IssuedGrant } from '@parley/contracts';
import { signInThere, startIssuer, type TestIssuer } from '@parley/testing';
import {
  goodPassword,
  origin,
  startTestUsers,
  type Person,
  type TestUsers,
  type UsersClient,
} from '../fixture/users.fixture';
import { SecurityEventEntity } from '../security-events/security-event.entity';

export const redirectUri = `${origin}/login/oidc`;
export const client = { userAgent: 'Firefox', address: '203.0.113.80' };

/** What a browser brings back, and what it is known by. */
export interface Brought {
  readonly code: string;
  readonly state: string;
  readonly iss?: string | undefined;
  readonly browser: string;
}

/** A subject that the issuer knows, and the address that it says is theirs. */
export const somebody = (): string => `s-${randomUUID()}`;
export const addressOf = (subject: string): string => `${subject}@issuer.example`;

/** As somebody who came by the issuer. */
export const asOf = ({ user, sessionId }: IssuedGrant): Person['as'] => ({ actor: { userId: user.id, sessionId } });

/** The users service with an issuer, and people who come and go between the two. */
export class TestSignIns {
  private constructor(
    readonly issuer: TestIssuer,
    readonly users: TestUsers,
    /** The service with the issuer; `users.client` is one without. */
    readonly service: UsersClient,
  ) {}

  static async start(): Promise<TestSignIns> {
    const [issuer, users] = await Promise.all([startIssuer(redirectUri), startTestUsers()]);
    return new TestSignIns(issuer, users, await users.anotherInstance(issuer.environment));
  }

  async close(): Promise<void> {
    await this.users.close();
    await this.issuer.close();
  }

  /** Somebody who comes back from the issuer. */
  async brought(subject: string, by = this.service): Promise<Brought> {
    const { url, browser } = await by.beginOidc({});
    return { ...(await answerOf(url, subject)), browser };
  }

  finish({ iss, ...brought }: Brought, by = this.service): Promise<IssuedGrant> {
    return by.finishOidc({ ...brought, ...(iss !== undefined && { iss }), client });
  }

  /** Somebody who goes all the way. */
  async arrive(subject: string): Promise<IssuedGrant> {
    return this.finish(await this.brought(subject));
  }

  /** Somebody who comes back to have their account connected. */
  async broughtToLink({ as }: Pick<Person, 'as'>, subject: string) {
    const { url, browser } = await this.service.beginOidcLink({ password: goodPassword, client }, as);
    return { ...(await answerOf(url, subject)), browser, client };
  }

  async link(person: Pick<Person, 'as'>, subject: string): Promise<void> {
    await this.service.finishOidcLink(await this.broughtToLink(person, subject), person.as);
  }

  async eventsOf(userId: string): Promise<string[]> {
    const events = await this.users.db.manager.find(SecurityEventEntity, { where: { userId }, order: { id: 'ASC' } });
    return events.map(({ event }) => event);
  }

  accountsWith(email: string): Promise<object[]> {
    return this.users.db.query('SELECT id FROM accounts WHERE email = $1', [email]);
  }
}

async function answerOf(url: string, subject: string) {
  const { address: _, ...answer } = await signInThere(url, subject);
  return answer;
}
