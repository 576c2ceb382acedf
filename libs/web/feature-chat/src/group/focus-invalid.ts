import { afterNextRender, type Injector } from '@angular/core';

/** Leads to the first field of a form that something is wrong with, once that shows; from its `submit`. */
export function focusInvalid({ target }: Event, injector: Injector): void {
  if (!(target instanceof HTMLFormElement)) return;
  afterNextRender(() => target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), { injector });
}
