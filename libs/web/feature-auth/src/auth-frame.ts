import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Mark, SkillChip } from '@parley/web-ui';

/** The sheet on which one signs in, beside what Parley is for. */
@Component({
  selector: 'parley-auth-frame',
  imports: [Mark, SkillChip, TranslocoDirective],
  templateUrl: './auth-frame.html',
  styleUrl: './auth-frame.css',
})
export class AuthFrame {
  readonly title = input.required<string>();
}
