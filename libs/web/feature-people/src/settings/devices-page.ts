import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { asProblem, DevicesStore } from '@parley/web-data-access';
import {
  Button,
  computerIcon,
  Icon,
  phoneIcon,
  ProblemNotice,
  problemWords,
  Skeleton,
  Time,
  Toaster,
} from '@parley/web-ui';
import { describeDevice } from './describe-device';
import { SettingsSection } from './settings-section';

/** Where one is signed in, and a way to end it. */
@Component({
  selector: 'parley-devices-page',
  imports: [Button, Icon, ProblemNotice, SettingsSection, Skeleton, Time, TranslocoDirective],
  providers: [DevicesStore],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('devices.title')" [lead]="t('devices.lead')">
      <parley-problem [problem]="devices.problem()" canRetry (retried)="devices.load()" />
      <ul role="list" [attr.aria-busy]="devices.sessions() === null && devices.problem() === null">
        @for (device of devices.sessions(); track device.id) {
          @let words = describe(device.userAgent);
          <li>
            <parley-icon [icon]="words.isPhone ? phoneIcon : computerIcon" [size]="24" />
            <div>
              <p class="name">
                {{
                  words.browser && words.system
                    ? t('devices.name', words)
                    : words.browser || words.system || t('devices.unknown')
                }}
              </p>
              <p class="seen">
                @if (device.current) {
                  <strong>{{ t('devices.current') }}</strong>
                } @else {
                  {{ t('devices.lastSeen') }} <parley-time [at]="device.lastSeenAt" look="ago" />
                }
              </p>
            </div>
            @if (!device.current) {
              <button parleyButton type="button" [busy]="ending() === device.id" (click)="end(device.id)">
                {{ t('devices.end') }}
              </button>
            }
          </li>
        } @empty {
          @if (devices.problem() === null) {
            <li><parley-skeleton height="3rem" /></li>
            <li><parley-skeleton height="3rem" /></li>
          }
        }
      </ul>
    </parley-settings-section>
  `,
  styles: `
    li {
      display: flex;
      align-items: center;
      gap: var(--space-4);
      padding-block: var(--space-4);
      border-block-end: 1px solid var(--line);
    }
    div {
      flex: 1;
      min-inline-size: 0;
    }
    parley-icon {
      color: var(--ink-soft);
    }
    .name {
      font-weight: 550;
    }
    .seen {
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
  `,
})
export class DevicesPage {
  protected readonly devices = inject(DevicesStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  protected readonly ending = signal<string | null>(null);
  protected readonly describe = describeDevice;
  protected readonly phoneIcon = phoneIcon;
  protected readonly computerIcon = computerIcon;

  constructor() {
    void this.devices.load();
  }

  protected async end(id: string): Promise<void> {
    this.ending.set(id);
    try {
      await this.devices.end(id);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.ending.set(null);
    }
  }
}
