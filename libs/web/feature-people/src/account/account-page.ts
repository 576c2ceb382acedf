import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AccountStore, asProblem, type Closing, IssuerSignIn } from '@parley/web-data-access';
import { Button, checkIcon, Icon, ProblemNotice, problemWords, Skeleton, Toaster } from '@parley/web-ui';
import { SettingsSection } from '../settings/settings-section';
import { CloseAccount } from './close-account';
import { EmailForm } from './email-form';
import { ExportData } from './export-data';
import { IdentitySection } from './identity/identity-section';
import { PasswordForm } from './password-form';
import { SecondFactorSection } from './second-factor/second-factor-section';

/** One's account: the address and whether it is confirmed, another address, another password, a second factor, an issuer, one's data, and closing it. */
@Component({
  selector: 'parley-account-page',
  imports: [
    Button,
    CloseAccount,
    EmailForm,
    ExportData,
    Icon,
    IdentitySection,
    PasswordForm,
    ProblemNotice,
    RouterLink,
    SecondFactorSection,
    SettingsSection,
    Skeleton,
    TranslocoDirective,
  ],
  providers: [AccountStore],
  templateUrl: './account-page.html',
  styleUrls: ['./account-part.css', './account-page.css'],
  // The link of a mail opens another tab: whoever comes back from there sees what it has changed.
  host: { '(window:focus)': 'store.load()' },
})
export class AccountPage {
  protected readonly store = inject(AccountStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);
  /** Whoever came by an issuer: what asks for a password would lead nowhere, and says so instead. */
  protected readonly needsPassword = computed(() => this.store.account()?.hasPassword === false);
  /** The issuer by which one can sign in, if there is one. */
  protected readonly issuer = signal(inject(IssuerSignIn).lastKnown());
  protected readonly checkIcon = checkIcon;
  protected readonly ways: readonly Closing[] = ['deactivate', 'remove'];
  /** What is asked about before it is done. */
  protected readonly closing = signal<Closing | null>(null);

  constructor() {
    void this.store.load();
    void inject(IssuerSignIn)
      .name()
      .then((name) => this.issuer.set(name));
  }

  protected async sendAgain(email: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.store.sendVerification();
      this.toaster.say(this.transloco.translate('account.sentAgain', { email }));
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}
