import { inject, Injectable } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { PageTitle } from '@parley/web-ui';

/** A route's `title` is the key of its words. A route without one names itself. */
@Injectable({ providedIn: 'root' })
export class WordedTitle extends TitleStrategy {
  private readonly page = inject(PageTitle);
  private readonly transloco = inject(TranslocoService);

  /** The key in the title now; undefined where the page has named itself. */
  private key: string | undefined;

  constructor() {
    super();
    this.transloco.langChanges$.subscribe(() => this.name());
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key = this.buildTitle(snapshot);
    this.name();
  }

  private name(): void {
    if (this.key !== undefined) this.page.set(this.transloco.translate(this.key));
  }
}
