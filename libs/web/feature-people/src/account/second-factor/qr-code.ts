import { Component, computed, input } from '@angular/core';
import encodeQR from 'qr';

/** How much paper is left free around a code, in its modules (ISO/IEC 18004). */
const MARGIN = 4;

/** A text as a QR code, drawn here: no picture is asked of anybody. Dark on light in every scheme, as cameras want it. */
@Component({
  selector: 'parley-qr-code',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + size() + ' ' + size()"
      role="img"
      [attr.aria-label]="label()"
      shape-rendering="crispEdges"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      color-scheme: light;
      inline-size: 14rem;
      margin-inline: auto;
      border-radius: var(--radius);
      overflow: hidden;
      background: var(--raised);
    }
    svg {
      display: block;
    }
    path {
      fill: var(--ink);
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  private readonly modules = computed(() => encodeQR(this.text(), 'raw', { ecc: 'medium', border: MARGIN }));
  protected readonly size = computed(() => this.modules().length);
  protected readonly path = computed(() =>
    this.modules()
      .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
