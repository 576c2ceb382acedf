import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button, EmptyState } from '@parley/web-ui';

/** The place of the room while none is chosen. */
@Component({
  selector: 'parley-no-room',
  imports: [Button, EmptyState, RouterLink, TranslocoDirective],
  template: `
    <parley-empty-state *transloco="let t" [title]="t('rooms.chooseTitle')">
      {{ t('rooms.choose') }}
      <a parleyButton routerLink="/people" action>{{ t('rooms.findPeople') }}</a>
    </parley-empty-state>
  `,
  styles: `
    :host {
      display: grid;
      align-content: center;
    }
  `,
})
export class NoRoom {}
