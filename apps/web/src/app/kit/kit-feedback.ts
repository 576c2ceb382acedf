import { Component, inject } from '@angular/core';
import {
  archiveIcon,
  backIcon,
  Button,
  composeIcon,
  EmptyState,
  IconButton,
  Notice,
  PaneHeader,
  Panes,
  ProblemNotice,
  type ProblemShape,
  RichText,
  Skeleton,
  Toaster,
} from '@parley/web-ui';
import { KitSample } from './kit-sample';

/** What the app has to say, what it shows while it loads, and what people write. */
@Component({
  selector: 'parley-kit-feedback',
  imports: [Button, EmptyState, IconButton, KitSample, Notice, PaneHeader, Panes, ProblemNotice, RichText, Skeleton],
  template: `
    <section>
      <h2>Words of the app, and of people</h2>
      <div class="samples">
        <parley-kit-sample name="Notice: to know, done, a short break, offline, wrong, with something to do">
          <parley-notice class="line">Nobody has a key yet.</parley-notice>
          <parley-notice class="line" tone="done">Your address is confirmed.</parley-notice>
          <parley-notice class="line" tone="reconnecting">Reconnecting…</parley-notice>
          <parley-notice class="line" tone="offline">You are offline.</parley-notice>
          <parley-notice class="line" tone="danger">This link is not good any more.</parley-notice>
          <parley-notice class="line">
            You have blocked Eve.
            <button parleyButton type="button" action>Unblock</button>
          </parley-notice>
        </parley-kit-sample>
        <parley-kit-sample name="Problem: of each kind, and one that can be tried again">
          @for (problem of problems; track $index) {
            <parley-problem class="line" [problem]="problem" [canRetry]="problem.code === 'unavailable'" />
          }
        </parley-kit-sample>
        <parley-kit-sample name="Toasts: they lie over the page for a while">
          <button parleyButton type="button" (click)="toaster.say('Copied.')">To know</button>
          <button parleyButton type="button" (click)="toaster.say('It could not be pinned.', 'danger')">Wrong</button>
        </parley-kit-sample>
        <parley-kit-sample name="Skeleton: lines and a picture">
          <parley-skeleton [round]="true" width="2.75rem" height="2.75rem" />
          <parley-skeleton class="fill" />
        </parley-kit-sample>
        <parley-kit-sample name="Empty state">
          <parley-empty-state class="framed" title="No conversations yet" [level]="3">
            Find somebody who knows what you would like to learn.
            <button parleyButton look="primary" type="button" action>Find people</button>
          </parley-empty-state>
        </parley-kit-sample>
        <parley-kit-sample name="Rich text">
          <parley-rich-text class="fill" [text]="written" />
        </parley-kit-sample>
        <parley-kit-sample class="wide" name="Panes, with the head of a list">
          <parley-panes class="framed" [chosen]="false">
            <parley-pane-header list title="Conversations" />
            <parley-empty-state title="Nothing is chosen"
              >On a phone only one of the two is in view.</parley-empty-state
            >
          </parley-panes>
        </parley-kit-sample>
        <parley-kit-sample name="Head of a list: with a way back and things to do, and too long">
          <div class="framed">
            <parley-pane-header title="Requests">
              <button back parleyIconButton type="button" label="Back" [icon]="icons.backIcon"></button>
              <button parleyIconButton type="button" label="New conversation" [icon]="icons.composeIcon"></button>
            </parley-pane-header>
            <parley-pane-header title="Everybody who would like to write to you">
              <button parleyIconButton type="button" label="Archived" [icon]="icons.archiveIcon"></button>
            </parley-pane-header>
          </div>
        </parley-kit-sample>
      </div>
    </section>
  `,
  styleUrl: './kit-section.css',
})
export class KitFeedback {
  protected readonly toaster = inject(Toaster);
  protected readonly icons = { archiveIcon, backIcon, composeIcon };
  protected readonly problems: readonly ProblemShape[] = [
    { code: 'unavailable' },
    { code: 'rate_limited', retryAfterMs: 8_000 },
    { code: 'forbidden' },
    { code: 'not_found' },
    { code: 'validation_failed' },
  ];
  protected readonly written = [
    'A line with **bold**, _slanted_, ~~gone~~ and `code`, and <https://example.org/>.',
    '> What somebody said before.',
    '- one\n- two',
    '```ts\nconst answer: number = 42; // no question\n```',
  ].join('\n\n');
}
