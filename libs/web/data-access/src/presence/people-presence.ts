import { computed, effect, inject, Injectable, type Signal } from '@angular/core';
import type { Presence } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { signalOf } from '../client/signal-of';

/** Who is there, of all whom the views on the screen show. */
@Injectable({ providedIn: 'root' })
class PeoplePresence {
  readonly people = signalOf(inject(PARLEY_CLIENT).presence.people);
}

/**
 * Whether somebody is there, followed for as long as the injector lives that this is called in; null for nobody, and where it is not known. Whoever
 * hides it is `offline`, with no time at which they were last seen.
 */
export function presenceOf(userId: () => string | null): Signal<Presence | null> {
  const client = inject(PARLEY_CLIENT);
  const { people } = inject(PeoplePresence);
  const watched = computed(userId);
  effect((onCleanup) => {
    const id = watched();
    if (id !== null) onCleanup(client.presence.watch([id]));
  });
  return computed(() => people().get(watched() ?? '') ?? null);
}
