import { inject, Injectable } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { PageTitle } from '@parley/web-ui';

/** A route's `title` is the key of its words. A route without one names itself. */
@Injectable({ providedIn: 'root' })
export class WordedTitle extends TitleStrategy {
  private readonly page = inject(PageTitle);
  private readonly transloco = inject(TranslocoService);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot);
    if (key !== undefined) this.page.set(this.transloco.translate(key));
  }
}
