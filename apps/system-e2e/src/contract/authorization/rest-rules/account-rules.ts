import type { rest, Session } from '@parley/contracts';
import { PASSWORD, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

async function aSession(person: Person): Promise<string> {
  const device = await person.signInAgain();
  const { body } = await device.api.get<{ items: Session[] }>('/auth/sessions');
  return body.items.find(({ current }) => current)?.id ?? '';
}

async function aKey(person: Person): Promise<string> {
  const { body } = await person.api.post<{ id: string }>('/api-keys', { name: 'Bot', scopes: [] });
  return body.id;
}

/** Accounts, sessions and keys: each one's own, and nobody is told that another's exist. */
export const accountRules: {
  readonly auth: AreaRules<typeof rest.auth>;
  readonly apiKeys: AreaRules<typeof rest.apiKeys>;
} = {
  auth: {
    register: {
      'a new account': {
        ask: () => ({
          body: {
            ...{ email: `${randomUUID()}@test.example`, password: PASSWORD },
            ...{ displayName: 'Robin Test', session: 'token' },
          },
        }),
        answers: everybody(201),
      },
    },
    login: {
      'with the right password': {
        ask: ({ caller }) => ({ body: { email: caller.email, password: PASSWORD, session: 'token' } }),
        answers: everybody(200),
      },
    },
    refresh: {
      'with one’s own token': {
        ask: async ({ caller }) => ({ body: { refreshToken: (await caller.signInAgain()).grant.refreshToken } }),
        answers: everybody(200),
      },
    },
    logout: { 'of this session': { ask: () => ({}), answers: everybody(204), endsSession: true } },
    listSessions: { 'one’s own': { ask: () => ({}), answers: everybody(200) } },
    endSession: {
      'one’s own': {
        ask: async ({ caller }) => ({ params: { id: await aSession(caller) } }),
        answers: everybody(204),
      },
      'another’s': {
        ask: async ({ hermit }) => ({ params: { id: await aSession(hermit) } }),
        answers: everybody('not_found'),
      },
    },
  },
  apiKeys: {
    create: { 'one’s own': { ask: () => ({ body: { name: 'Bot', scopes: [] } }), answers: everybody(201) } },
    list: { 'one’s own': { ask: () => ({}), answers: everybody(200) } },
    remove: {
      'one’s own': { ask: async ({ caller }) => ({ params: { id: await aKey(caller) } }), answers: everybody(204) },
      'another’s': {
        ask: async ({ hermit }) => ({ params: { id: await aKey(hermit) } }),
        answers: everybody('not_found'),
      },
    },
  },
};
