import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits } from '@parley/contracts';
import { closeIcon, Combobox, type ComboboxOption, Field, Formats, IconButton } from '@parley/web-ui';

/** The languages with two letters: every one that many people speak. */
const TAGS =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn pa pl ps pt rm ro ru rw sd si sk sl sm sn so sq sr st su sv sw ta te tg th tk tr tt ug uk ur uz vi wo xh yo yue zh zu';
const OFFERED_MAX = 8;

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The languages that one speaks, by name. */
@Component({
  selector: 'parley-language-picker',
  imports: [Combobox, Field, IconButton, TranslocoDirective],
  template: `
    <parley-field *transloco="let t" [label]="t('profile.languages')" [hint]="isFull() ? t('skills.full') : null">
      @if (languages().length) {
        <ul role="list">
          @for (language of languages(); track language.tag) {
            <li>
              {{ language.name }}
              <button
                parleyIconButton
                type="button"
                [icon]="closeIcon"
                [size]="16"
                [label]="t('profile.removeLanguage', { language: language.name })"
                (click)="removed.emit(language.tag)"
              ></button>
            </li>
          }
        </ul>
      }
      <parley-combobox
        [placeholder]="t('profile.addLanguage')"
        [options]="options()"
        [emptyText]="t('profile.unknownLanguage')"
        [disabled]="isFull()"
        (queried)="query.set($event)"
        (picked)="added.emit($event.id)"
      />
    </parley-field>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-block-end: var(--space-1);
    }
    li {
      display: flex;
      align-items: center;
      padding-inline-start: var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-full);
      font-size: 0.9375rem;
    }
    button {
      inline-size: 2rem;
      block-size: 2rem;
    }
  `,
})
export class LanguagePicker {
  readonly languages = input.required<readonly { tag: string; name: string }[]>();
  readonly added = output<string>();
  readonly removed = output<string>();

  private readonly formats = inject(Formats);
  protected readonly query = signal('');
  protected readonly isFull = computed(() => this.languages().length >= limits.languages);
  protected readonly closeIcon = closeIcon;

  private readonly all = computed(() =>
    TAGS.split(' ').map((tag) => {
      const [label, own] = [this.formats.languageName(tag), ownName(tag)];
      return {
        id: tag,
        label,
        searched: `${folded(label)} ${folded(own)} ${tag}`,
        ...(own === label ? {} : { detail: own }),
      };
    }),
  );
  protected readonly options = computed<readonly ComboboxOption[]>(() => {
    const [query, has] = [folded(this.query()), new Set(this.languages().map(({ tag }) => tag))];
    return this.all()
      .filter(({ id, searched }) => !has.has(id) && searched.split(' ').some((word) => word.startsWith(query)))
      .slice(0, OFFERED_MAX);
  });
}

/** What those who speak it call it. */
function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
