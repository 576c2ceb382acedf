import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { isolated } from './isolated';

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Puts what people wrote into sentences of ours: as it is, and isolated where it runs the other way. The library's own way looks for places in what it
 * has put in, too: over somebody who calls themselves `{{ name }}` it never comes to an end.
 */
@Injectable()
export class Sentences implements TranslocoTranspiler {
  private readonly root = inject(DOCUMENT).documentElement;

  transpile({ value, params = {} }: TranspileParams): unknown {
    if (typeof value !== 'string') return value;
    const page = this.root.dir === 'rtl' ? 'rtl' : 'ltr';
    return value.replaceAll(PLACE, (_place, name: string) => isolated(String(params[name] ?? ''), page));
  }
}
