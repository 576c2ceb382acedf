import { afterRenderEffect, booleanAttribute, Component, type ElementRef, input, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Mark, SkillChip } from '@parley/web-ui';

/** The sheet on which one signs in, beside what Parley is for. Once it says something else its title has the focus, so that nobody misses it. */
@Component({
  selector: 'parley-auth-frame',
  imports: [Mark, SkillChip, TranslocoDirective],
  templateUrl: './auth-frame.html',
  styleUrl: './auth-frame.css',
})
export class AuthFrame {
  readonly title = input.required<string>();
  /** Whether a phone, which has no space beside the sheet, says above it what Parley is for: to whoever may not know yet. */
  readonly promises = input(false, { transform: booleanAttribute });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  constructor() {
    let before: string | null = null;
    afterRenderEffect(() => {
      const [title, heading] = [this.title(), this.heading()];
      if (before !== null && before !== title) heading?.nativeElement.focus();
      before = title;
    });
  }
}
