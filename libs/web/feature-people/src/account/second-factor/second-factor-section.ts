import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AccountStore } from '@parley/web-data-access';
import { Button, checkIcon, Icon, Time } from '@parley/web-ui';
import { ConfirmByCode, type SecondFactorWay } from './confirm-by-code';
import { SetUpSecondFactor } from './set-up-second-factor';

/** Whether logins ask for a code besides the password, and what can be done about it. */
@Component({
  selector: 'parley-second-factor',
  imports: [Button, ConfirmByCode, Icon, SetUpSecondFactor, Time, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (factor(); as factor) {
        <p class="on">
          <parley-icon [icon]="checkIcon" [size]="18" />
          <span>{{ t('secondFactor.onSince') }} <parley-time [at]="factor.enabledAt" look="day" /></span>
        </p>
        <p>{{ t('secondFactor.left', { left: factor.recoveryCodesLeft }) }}</p>
        <div class="ways">
          @for (way of ways; track way) {
            <button parleyButton type="button" (click)="confirming.set(way)">
              {{ t('secondFactor.' + way + '.open') }}
            </button>
          }
        </div>
      } @else {
        <p>{{ t('secondFactor.lead') }}</p>
        @if (store.account()?.hasPassword === false) {
          <p>{{ t('secondFactor.needsPassword') }}</p>
        } @else {
          <button parleyButton type="button" [disabled]="store.account() === null" (click)="settingUp.set(true)">
            {{ t('secondFactor.open') }}
          </button>
        }
      }
      @if (settingUp()) {
        <parley-set-up-second-factor (closed)="settingUp.set(false)" />
      }
      @if (confirming(); as way) {
        <parley-confirm-by-code [way]="way" (closed)="confirming.set(null)" />
      }
    </ng-container>
  `,
  styleUrl: '../account-part.css',
  // What it says are parts of the section that it stands in.
  host: { style: 'display: contents' },
})
export class SecondFactorSection {
  protected readonly store = inject(AccountStore);
  protected readonly factor = computed(() => this.store.account()?.secondFactor ?? null);
  protected readonly settingUp = signal(false);
  protected readonly confirming = signal<SecondFactorWay | null>(null);
  protected readonly ways: readonly SecondFactorWay[] = ['renew', 'disable'];
  protected readonly checkIcon = checkIcon;
}
