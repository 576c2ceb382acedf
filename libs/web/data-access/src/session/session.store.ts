import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import type { SessionState } from '@parley/client';
import {
  type LoginInput,
  type OidcAnswer,
  type OwnProfile,
  ParleyError,
  type RegisterInput,
  type SecondFactorLoginInput,
} from '@parley/contracts';
import { BrowserStorage } from '../client/browser-storage';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';
import { Drafts } from '../rooms/drafts';

interface State {
  session: SessionState;
  /** Why it is not known yet who is signed in. */
  problem: ParleyError | null;
  /** Whether it is asked again because somebody wanted it: until that asking has ended. */
  isRetrying: boolean;
}

/** Kept while somebody is signed in: by it index.html tells what to show before anything is known. */
const MEMBER_KEY = 'member';
/** How long to wait before asking again who is signed in, in milliseconds. */
const ASK_AGAIN_MS = 5_000;
/** A server that takes the question and does not answer is told of after so long, in milliseconds, though it may still do. */
const SILENT_MS = 8_000;

/** Who is signed in here. */
export const SessionStore = signalStore(
  { providedIn: 'root' },
  withState<State>({ session: { status: 'unknown' }, problem: null, isRetrying: false }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _drafts: inject(Drafts), _storage: inject(BrowserStorage) })),
  withComputed(({ session }) => ({
    status: computed(() => session().status),
    user: computed(() => {
      const current = session();
      return current.status === 'signedIn' ? current.user : null;
    }),
  })),
  withComputed(({ user }) => ({ userId: computed(() => user()?.id ?? '') })),
  withMethods((store) => {
    let settled: Promise<void> | null = null;
    /** Whether somebody wants it asked again, while the answer to the last time is still awaited. */
    let isWanted = false;
    const wantAgain = (): void => void (isWanted = true);
    let askAgain = wantAgain;

    /** Asks until the server has answered, whatever it answers. */
    const restore = async (): Promise<void> => {
      while (store.status() === 'unknown') {
        const silence = setTimeout(() => {
          patchState(store, { problem: new ParleyError('unavailable', 'There is no answer yet.') });
        }, SILENT_MS);
        try {
          await store._client.session.restore().finally(() => clearTimeout(silence));
          patchState(store, { problem: null, isRetrying: false });
        } catch (error) {
          const problem = asProblem(error);
          patchState(store, { problem });
          if (isWanted) {
            isWanted = false;
            continue;
          }
          patchState(store, { isRetrying: false });
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, Math.max(ASK_AGAIN_MS, problem.retryAfterMs ?? 0));
            askAgain = () => {
              clearTimeout(timer);
              resolve();
            };
          });
          askAgain = wantAgain;
        }
      }
    };

    return {
      /** Ends once it is known whether somebody is signed in. */
      settled(): Promise<void> {
        settled ??= restore();
        return settled;
      },

      /** Asks again now, or as soon as it is certain that the last time there comes no answer. */
      retry(): void {
        if (store.status() === 'unknown') patchState(store, { isRetrying: true });
        askAgain();
      },

      /** Asks whether the session stands, after something that may have ended it. Where the server does not answer, that is found out later. */
      async check(): Promise<void> {
        if (store.status() !== 'signedIn') return;
        try {
          await store._client.session.refresh();
        } catch (error) {
          asProblem(error);
        }
      },

      /** @throws ParleyError `unauthenticated`, with `secondFactor` where the account asks for a code besides */
      async login(input: Omit<LoginInput, 'session'>): Promise<void> {
        await store._client.session.login(input);
      },

      /** Finishes a login. @throws ParleyError `validation_failed` at `code`, `unauthenticated` where it has to begin anew */
      async loginByCode(input: Omit<SecondFactorLoginInput, 'session'>): Promise<void> {
        await store._client.session.loginByCode(input);
      },

      /** Signs in by what the issuer has answered. Answers whether that has opened an account. @throws ParleyError as of the SDK's */
      async loginByIssuer(answer: OidcAnswer): Promise<boolean> {
        return store._client.session.loginByIssuer(answer);
      },

      /** @throws ParleyError */
      async register(input: Omit<RegisterInput, 'session'>): Promise<void> {
        await store._client.session.register(input);
      },

      /** Ends the session and forgets what this browser kept for it. @throws ParleyError */
      async logout(): Promise<void> {
        const userId = store.userId();
        // Hung up first: on a live connection the server tells of the end as if somebody else had brought it about.
        store._client.disconnect();
        try {
          await store._client.session.logout();
        } catch (error) {
          if (store.status() === 'signedIn') store._client.connect();
          throw error;
        }
        store._drafts.forget(userId);
      },

      /** Shows a change of one's own profile everywhere at once. */
      setUser(user: OwnProfile): void {
        store._client.session.setUser(user);
      },
    };
  }),
  withHooks({
    onInit(store) {
      store._client.session.state.subscribe((session) => {
        const before = store.status();
        patchState(store, { session });
        if (session.status === 'signedIn') store._storage.write(MEMBER_KEY, true);
        else if (session.status !== 'unknown') store._storage.remove(MEMBER_KEY);
        if (session.status !== 'signedIn' || before === 'signedIn') return;
        store._client.connect();
        void store._client.rooms.load();
      });
    },
  }),
);
