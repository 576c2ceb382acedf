import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { MessageSearchStore, type MessageQuery } from '@parley/web-data-access';
import { SIDE_BY_SIDE } from '@parley/web-ui';

/** Begins a search where it is in view: beside the room that is open, on a phone in its place. */
@Injectable({ providedIn: 'root' })
export class OpenSearch {
  private readonly store = inject(MessageSearchStore);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;

  async for(asked: Partial<MessageQuery> = {}): Promise<void> {
    const isInRoom = /^\/rooms\/[^?#]/.test(this.router.url);
    if (!isInRoom || !this.window?.matchMedia(SIDE_BY_SIDE).matches) await this.router.navigateByUrl('/rooms');
    // Only then, so that the field can take the focus; and not where somebody rather stayed on a page with something unsaved.
    if (this.router.url.startsWith('/rooms')) void this.store.open(asked);
  }
}
