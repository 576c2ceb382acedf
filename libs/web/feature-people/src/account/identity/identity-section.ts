import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AccountStore } from '@parley/web-data-access';
import { Button, checkIcon, Icon, Time } from '@parley/web-ui';
import { ConfirmIdentity, type IdentityWay } from './confirm-identity';

/** Whether the account opens by the issuer too, and what can be done about it. */
@Component({
  selector: 'parley-identity',
  imports: [Button, ConfirmIdentity, Icon, Time, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (identity(); as identity) {
        <p class="on">
          <parley-icon [icon]="checkIcon" [size]="18" />
          <span>
            {{ t('identity.since', { name: identity.name }) }} <parley-time [at]="identity.linkedAt" look="day" />
          </span>
        </p>
        @if (store.account()?.hasPassword) {
          <button parleyButton type="button" (click)="confirming.set('disconnect')">
            {{ t('identity.disconnect.open') }}
          </button>
        } @else {
          <p>{{ t('identity.onlyWay') }}</p>
        }
      } @else {
        <p>{{ t('identity.lead', { name: name() }) }}</p>
        <button parleyButton type="button" [disabled]="store.account() === null" (click)="confirming.set('connect')">
          {{ t('identity.connect.open') }}
        </button>
      }
      @if (confirming(); as way) {
        <parley-confirm-identity [way]="way" [name]="name()" (closed)="confirming.set(null)" />
      }
    </ng-container>
  `,
  styleUrl: '../account-part.css',
  // What it says are parts of the section that it stands in.
  host: { style: 'display: contents' },
})
export class IdentitySection {
  /** What people know the issuer as. */
  readonly name = input.required<string>();
  protected readonly store = inject(AccountStore);
  protected readonly identity = computed(() => this.store.account()?.identity ?? null);
  protected readonly confirming = signal<IdentityWay | null>(null);
  protected readonly checkIcon = checkIcon;
}
