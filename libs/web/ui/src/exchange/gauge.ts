import { Component, computed, input } from '@angular/core';
import { arcPath, shownShare } from './arcs';

/**
 * How far two people match: the teaching arc filled as far as one side is met, the learning arc as far as the other. The label says it in words.
 */
@Component({
  selector: 'parley-gauge',
  template: `
    <svg
      [attr.width]="size()"
      [attr.height]="size() * 0.66"
      viewBox="1.5 6 29 20"
      fill="none"
      role="img"
      [attr.aria-label]="label()"
    >
      <path class="track" [attr.d]="track.teach" />
      <path class="track" [attr.d]="track.learn" />
      @if (teachArc(); as path) {
        <path class="teach" [attr.d]="path" />
      }
      @if (learnArc(); as path) {
        <path class="learn" [attr.d]="path" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    path {
      stroke-width: 3;
      stroke-linecap: round;
    }
    .track {
      stroke: var(--blank);
    }
    .teach {
      stroke: var(--teach);
    }
    .learn {
      stroke: var(--learn);
    }
  `,
})
export class Gauge {
  /** 0 to 1: how much of what the other one teaches is wanted. */
  readonly teach = input.required<number>();
  /** 0 to 1: how much of what the other one wants to learn is offered. */
  readonly learn = input.required<number>();
  readonly label = input.required<string>();
  /** Width in pixels. */
  readonly size = input(56);

  protected readonly track = { teach: arcPath('teach'), learn: arcPath('learn') };
  protected readonly teachArc = computed(() => this.arc('teach', this.teach()));
  protected readonly learnArc = computed(() => this.arc('learn', this.learn()));

  private arc(side: 'teach' | 'learn', share: number): string | null {
    const shown = shownShare(share);
    return shown === 0 ? null : arcPath(side, shown);
  }
}
