import { DestroyRef, inject } from '@angular/core';
import { PARLEY_CLIENT } from './parley-client';

/** Does something each time that the live connection stands again, for as long as the injector lives that this is called in. */
export function whenOnline(then: () => void): void {
  let before: string | undefined;
  const end = inject(PARLEY_CLIENT).connection.subscribe(({ status }) => {
    if (status === 'online' && before !== undefined && before !== 'online') then();
    before = status;
  });
  inject(DestroyRef).onDestroy(end);
}
