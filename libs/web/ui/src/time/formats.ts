import { TranslocoService } from '@jsverse/transloco';
import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { isolated } from '../words/isolated';
import { directionOf } from '../words/languages';
import { daysBetween } from './calendar';

/** The reader's own variety of the language that the words are in (`en-GB` for `en`), so that dates look as they are used to. */
export function localeFor(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split('-')[0] === language.toLowerCase().split('-')[0]) ?? language;
}

/** Dates, times, numbers and lists as the reader writes them. Everything reads the locale's signal, so that templates follow a change of language. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly transloco = inject(TranslocoService);
  private readonly language = toSignal(this.transloco.langChanges$, { initialValue: this.transloco.getActiveLang() });

  readonly locale = computed(() => localeFor(this.language(), navigator.languages));

  private readonly clockTime = this.dateFormat({ timeStyle: 'short' });
  private readonly weekday = this.dateFormat({ weekday: 'long' });
  private readonly shortDay = this.dateFormat({ day: 'numeric', month: 'short' });
  private readonly shortDayOfYear = this.dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
  private readonly longDay = this.dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  private readonly longDayOfYear = this.dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  private readonly wholeDay = this.dateFormat({ dateStyle: 'full' });
  private readonly fullMoment = this.dateFormat({ dateStyle: 'full', timeStyle: 'short' });
  private readonly relativeFormat = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto' }));
  private readonly numberFormat = computed(() => new Intl.NumberFormat(this.locale()));
  private readonly pluralRules = computed(() => new Intl.PluralRules(this.locale()));
  private readonly listFormat = computed(() => new Intl.ListFormat(this.locale(), { type: 'conjunction' }));
  private readonly languageNames = computed(() => new Intl.DisplayNames(this.locale(), { type: 'language' }));

  /** 06:45, or 6:45 AM: what is usual where the reader is, so that times below each other are as wide. */
  time(at: number): string {
    return this.clockTime().format(at);
  }

  /** Sunday 22 November 2026 at 14:32 */
  moment(at: number): string {
    return this.fullMoment().format(at);
  }

  /** In as little space as may be: now, 5 min. ago, 14:32, yesterday, Monday, 3 Nov, 3 Nov 2025. */
  brief(at: number, now: number): string {
    const days = daysBetween(at, now);
    if (days <= 0) {
      const minutes = Math.floor((now - at) / 60_000);
      if (minutes < 1) return this.relativeFormat().format(0, 'second');
      return minutes < 60 ? this.shortMinutes(minutes) : this.time(at);
    }
    if (days === 1) return this.relativeFormat().format(-1, 'day');
    if (days < 7) return this.weekday().format(at);
    return days < 300 ? this.shortDay().format(at) : this.shortDayOfYear().format(at);
  }

  /** A day in words: today, yesterday, Monday 2 November, 2 November 2025. */
  day(at: number, now: number): string {
    const days = daysBetween(at, now);
    if (days === 0 || days === 1) return this.relativeFormat().format(-days, 'day');
    return days > 0 && days < 300 ? this.longDay().format(at) : this.longDayOfYear().format(at);
  }

  /** A day by all its names, whenever it is: Sunday 22 November 2026. */
  fullDay(at: number): string {
    return this.wholeDay().format(at);
  }

  /** How long ago, at its roughest: 3 minutes ago, 2 days ago. */
  ago(at: number, now: number): string {
    const minutes = Math.max(0, Math.floor((now - at) / 60_000));
    if (minutes < 60) return this.relativeFormat().format(-minutes, 'minute');
    const days = daysBetween(at, now);
    return days < 1
      ? this.relativeFormat().format(-Math.floor(minutes / 60), 'hour')
      : this.relativeFormat().format(-days, 'day');
  }

  number(value: number): string {
    return this.numberFormat().format(value);
  }

  /** The plural category of a count, to choose among a word's forms: `one`, `other` and so on. */
  plural(count: number): Intl.LDMLPluralRule {
    return this.pluralRules().select(count);
  }

  /** Ana, Ben and Chloë: names among them do not turn round what stands beside them. */
  list(items: readonly string[]): string {
    const page = directionOf(this.language());
    return this.listFormat().format(items.map((item) => isolated(item, page)));
  }

  /** The name of a language by its BCP 47 tag; the tag itself where it has none. */
  languageName(tag: string): string {
    try {
      return this.languageNames().of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  private shortMinutes(minutes: number): string {
    return new Intl.RelativeTimeFormat(this.locale(), { style: 'narrow' }).format(-minutes, 'minute');
  }

  private dateFormat(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
    return computed(() => new Intl.DateTimeFormat(this.locale(), options));
  }
}
