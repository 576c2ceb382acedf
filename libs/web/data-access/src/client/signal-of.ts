import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { Readable } from '@parley/client';

/** A value of the SDK as a signal, for as long as the injector lives that it is made in. */
export function signalOf<T>(readable: Readable<T>): Signal<T> {
  const current = signal(readable.get());
  inject(DestroyRef).onDestroy(readable.subscribe((value) => current.set(value)));
  return current.asReadonly();
}
