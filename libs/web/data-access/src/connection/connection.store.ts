import { DOCUMENT, inject } from '@angular/core';
import { patchState, signalStore, withHooks, withProps, withState } from '@ngrx/signals';
import { PARLEY_CLIENT } from '../client/parley-client';

interface State {
  /** What to tell the person: nothing while all is well or a break is short. */
  shown: 'nothing' | 'reconnecting' | 'offline';
}

/** A break shorter than this is told to nobody, in milliseconds. */
const PATIENCE_MS = 1_500;

/** Whether the live connection stands, as far as a person should know. Also wakes it when the network or the person comes back. */
export const ConnectionStore = signalStore(
  { providedIn: 'root' },
  withState<State>({ shown: 'nothing' }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _document: inject(DOCUMENT), _stop: new AbortController() })),
  withHooks((store) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isOffline = (): boolean => store._document.defaultView?.navigator.onLine === false;

    const judge = (): void => {
      clearTimeout(timer);
      const { status, since } = store._client.connection.get();
      // `offline` is how the SDK says that nobody asked for a connection. The browser knows of a lost network long before a socket does.
      if (status === 'offline') patchState(store, { shown: 'nothing' });
      else if (isOffline()) patchState(store, { shown: 'offline' });
      else if (status === 'online') patchState(store, { shown: 'nothing' });
      else if (Date.now() - since >= PATIENCE_MS) patchState(store, { shown: 'reconnecting' });
      else timer = setTimeout(judge, PATIENCE_MS - (Date.now() - since));
    };
    const wake = (): void => {
      if (!isOffline() && store._document.visibilityState === 'visible') store._client.wake();
    };

    return {
      onInit() {
        const { signal } = store._stop;
        const window = store._document.defaultView;
        const end = store._client.connection.subscribe(judge);
        signal.addEventListener('abort', end);
        store._document.addEventListener('visibilitychange', wake, { signal });
        for (const event of ['online', 'offline', 'pageshow'] as const) {
          window?.addEventListener(event, () => (judge(), wake()), { signal });
        }
      },
      onDestroy() {
        clearTimeout(timer);
        store._stop.abort();
      },
    };
  }),
);
