import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'danger';
  /** When it was said, in milliseconds since 1970. */
  readonly at: number;
}

/** How long a toast stays, in milliseconds: long enough to be read twice. */
const STAYS_MS = 6_000;
/** Toasts on the screen at once; an older one makes room. */
const AT_ONCE = 3;

/** Short words about something that happened out of sight, such as a pin that could not be set. */
@Injectable({ providedIn: 'root' })
export class Toaster {
  private readonly shown = signal<readonly Toast[]>([]);
  private count = 0;
  readonly toasts = this.shown.asReadonly();

  /** Answers by what it can be dismissed before its time. */
  say(text: string, tone: Toast['tone'] = 'info'): number {
    const toast = { id: ++this.count, text, tone, at: Date.now() };
    this.shown.update((toasts) => [...toasts, toast].slice(-AT_ONCE));
    setTimeout(() => this.dismiss(toast.id), STAYS_MS);
    return toast.id;
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}
