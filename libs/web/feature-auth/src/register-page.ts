import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { codePoints, EmailSchema, limits, nameSchema, type ParleyError, PasswordSchema } from '@parley/contracts';
import { asProblem, fieldProblem, returnTo as returnQuery, safeReturn, SessionStore } from '@parley/web-data-access';
import { Button, Field, Input, PasswordInput, ProblemNotice } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';

/** Opening an account. What may be typed is checked by the contract's own schemas, before anything is sent. */
@Component({
  selector: 'parley-register-page',
  imports: [AuthFrame, Button, Field, FormField, Input, PasswordInput, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './register-page.html',
  styleUrl: './auth-form.css',
})
export class RegisterPage {
  /** Where to go in the end; from the address. */
  readonly returnTo = input<string>();

  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly model = signal({ displayName: '', email: '', password: '' });
  protected readonly form = form(this.model, (fields) => {
    validateStandardSchema(fields.displayName, nameSchema(limits.displayNameCodePoints));
    validateStandardSchema(fields.email, EmailSchema);
    validateStandardSchema(fields.password, PasswordSchema);
  });
  protected readonly limits = limits;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);
  protected readonly nameIsLong = computed(() => codePoints(this.model().displayName) > limits.displayNameCodePoints);
  /** What the server alone can know of a password: that it is among those everybody tries. */
  protected readonly passwordProblem = computed(() => fieldProblem(this.problem(), 'password'));

  protected readonly query = (): { returnTo?: string } => returnQuery(safeReturn(this.returnTo()));

  protected shows(field: typeof this.form.email): boolean {
    return field().touched() && field().invalid();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    await submit(this.form, {
      action: async () => {
        this.busy.set(true);
        this.problem.set(null);
        try {
          await this.session.register(this.model());
          await this.router.navigate(['/welcome'], { queryParams: this.query() });
        } catch (error) {
          this.problem.set(asProblem(error));
        } finally {
          this.busy.set(false);
        }
      },
      onInvalid: (invalid) => invalid().errorSummary()[0]?.fieldTree().focusBoundControl(),
    });
  }
}
