import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Input, Skeleton } from '@parley/web-ui';
import { EmojiCatalogue } from './emoji-catalogue';
import { type Emoji, GROUPS, TONES } from './emoji-index';

/** What a search shows at most. */
const FOUND_MAX = 90;
/** What stands for each group. */
const SIGNS = ['😀', '👋', '🐻', '🍓', '🚋', '⚽', '💡', '♥️', '🏁'];

/** A hand in each skin tone. */
const HANDS = TONES.map((name, tone) => ({
  tone,
  name,
  hand: tone === 0 ? '✋' : `✋${String.fromCodePoint(0x1f3fa + tone)}`,
}));

/** Signs beside each other, one of which is chosen. */
interface Strip {
  readonly label: string;
  readonly isOfTones: boolean;
  readonly choices: readonly { sign: string; name: string; isChosen: boolean; take: () => void }[];
}

/** Chooses one emoji: by searching, by group, or from those used last, in the skin tone that one likes. Enter takes the first; arrow keys go through them; Escape leaves. */
@Component({
  selector: 'parley-emoji-picker',
  imports: [Input, Skeleton, TranslocoDirective],
  templateUrl: './emoji-picker.html',
  styleUrl: './emoji-picker.css',
})
export class EmojiPicker {
  readonly picked = output<string>();
  readonly closed = output<void>();

  private readonly catalogue = inject(EmojiCatalogue);
  protected readonly index = this.catalogue.index;
  protected readonly hand = computed(() => HANDS[this.catalogue.tone()]);
  protected readonly isChoosingTone = signal(false);
  protected readonly failed = signal(false);
  protected readonly query = signal('');
  private readonly wanted = signal<string | null>(null);
  private readonly search = viewChild<string, ElementRef<HTMLInputElement>>('search', { read: ElementRef });
  private readonly strips = viewChild<ElementRef<HTMLElement>>('strips');
  private readonly grid = viewChild<ElementRef<HTMLElement>>('grid');

  /** Those used last, as they were when this was opened: nothing moves under the pointer. */
  private readonly recent = this.catalogue.recent();
  private readonly groups = signal([
    ...(this.recent.length > 0 ? [{ name: 'recent', sign: '🕘' }] : []),
    ...GROUPS.map(({ name }, index) => ({ name, sign: SIGNS[index] ?? '' })),
  ]).asReadonly();
  protected readonly chosen = linkedSignal(() => this.wanted() ?? this.groups()[0]?.name ?? '');
  protected readonly shown = computed<readonly Emoji[]>(() => {
    const index = this.index();
    if (index === null) return [];
    if (this.query().trim() !== '') return index.search(this.query(), FOUND_MAX);
    const group = GROUPS.find(({ name }) => name === this.chosen());
    if (group) return index.group(group.id);
    return this.recent.map((emoji) => ({
      ...{ emoji, annotation: index.nameOf(emoji), shortcodes: [] },
      ...{ group: -1, version: 0 },
    }));
  });

  /** What one chooses from first: a skin tone, or a group; nothing while one searches. */
  protected readonly strip = computed<Strip | null>(() => {
    if (this.isChoosingTone()) return { label: 'emoji.tone', isOfTones: true, choices: this.tones() };
    if (this.query().trim() !== '') return null;
    const choices = this.groups().map(({ name, sign }) => ({
      ...{ sign, name: `emoji.group.${name}`, isChosen: name === this.chosen() },
      take: () => this.wanted.set(name),
    }));
    return { label: 'emoji.groups', isOfTones: false, choices };
  });
  private readonly tones = computed(() =>
    HANDS.map((one) => ({
      ...{ sign: one.hand, name: `emoji.tones.${one.name}`, isChosen: one === this.hand() },
      take: () => this.choose(one.tone),
    })),
  );

  constructor() {
    this.catalogue.load().catch(() => this.failed.set(true));
    afterNextRender(() => this.begin());
  }

  /** Under a finger at a group: in the search it would have a keyboard come up over what one chooses from. */
  private begin(): void {
    const isUnderFinger = typeof matchMedia === 'function' && matchMedia('(hover: none)').matches;
    const group = this.strips()?.nativeElement.querySelector<HTMLElement>('[aria-pressed="true"]');
    ((isUnderFinger ? group : null) ?? this.search()?.nativeElement)?.focus();
  }

  private choose(tone: number): void {
    this.catalogue.choose(tone);
    this.isChoosingTone.set(false);
    this.search()?.nativeElement.focus();
  }

  protected pick(emoji: string): void {
    this.catalogue.use(emoji);
    this.picked.emit(emoji);
  }

  protected pickFirst(): void {
    const [first] = this.shown();
    if (first) this.pick(first.emoji);
  }

  protected focusFirst(): void {
    this.buttons()[0]?.focus();
  }

  /** Arrow keys go through the grid, row by row. */
  protected move(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    const [first] = buttons;
    if (!first || at < 0) return;
    const columns = Math.max(
      1,
      buttons.findIndex((button) => button.offsetTop > first.offsetTop),
    );
    const forward = getComputedStyle(first).direction === 'rtl' ? -1 : 1;
    const step = {
      ...{ ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns },
      ...{ Home: -at, End: buttons.length - 1 - at },
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = at + step;
    if (to < 0 && event.key === 'ArrowUp') this.search()?.nativeElement.focus();
    else buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
  }

  private buttons(): HTMLButtonElement[] {
    return [...(this.grid()?.nativeElement.querySelectorAll('button') ?? [])];
  }
}
