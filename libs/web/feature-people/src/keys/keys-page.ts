import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ApiKey } from '@parley/contracts';
import { ApiKeysStore, asProblem } from '@parley/web-data-access';
import { Button, Clock, Confirm, ProblemNotice, problemWords, Skeleton, Time, Toaster } from '@parley/web-ui';
import { SettingsSection } from '../settings/settings-section';
import { KeyForm } from './key-form';
import { NewKey } from './new-key';

/** One's API keys: the one just made, all there are with their last use, and a form for another. */
@Component({
  selector: 'parley-keys-page',
  imports: [Button, Confirm, KeyForm, NewKey, ProblemNotice, SettingsSection, Skeleton, Time, TranslocoDirective],
  providers: [ApiKeysStore],
  templateUrl: './keys-page.html',
  styleUrl: './keys-page.css',
})
export class KeysPage {
  protected readonly store = inject(ApiKeysStore);
  private readonly clock = inject(Clock);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  /** The one that is about to be deleted. */
  protected readonly deleting = signal<ApiKey | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    void this.store.load();
  }

  protected isOver({ expiresAt }: ApiKey): boolean {
    return expiresAt !== null && Date.parse(expiresAt) <= this.clock.now();
  }

  protected async delete({ id }: ApiKey): Promise<void> {
    this.busy.set(true);
    try {
      await this.store.remove(id);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
      this.deleting.set(null);
    }
  }
}
