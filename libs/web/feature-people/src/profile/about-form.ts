import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type OwnProfile, type ParleyError, ProfilePatchSchema } from '@parley/contracts';
import { asProblem, OwnProfileStore } from '@parley/web-data-access';
import { Button, Field, Formats, Input, ProblemNotice, Toaster } from '@parley/web-ui';
import { LanguagePicker } from './language-picker';

interface About {
  displayName: string;
  headline: string;
  location: string;
  /** Empty where it is not told. */
  timezone: string;
  languages: readonly string[];
  bio: string;
}

const aboutOf = (profile: OwnProfile): About => ({
  displayName: profile.displayName,
  headline: profile.headline,
  location: profile.location,
  timezone: profile.timezone ?? '',
  languages: profile.languages,
  bio: profile.bio,
});

const nobody: About = { displayName: '', headline: '', location: '', timezone: '', languages: [], bio: '' };

/** Who one is, in words: what others read on one's profile. */
@Component({
  selector: 'parley-about-form',
  imports: [Button, Field, FormField, Input, LanguagePicker, ProblemNotice, TranslocoDirective],
  templateUrl: './about-form.html',
  styleUrl: './about-form.css',
})
export class AboutForm {
  private readonly own = inject(OwnProfileStore);
  private readonly formats = inject(Formats);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  private readonly saved = computed(() => {
    const profile = this.own.profile();
    return profile ? aboutOf(profile) : nobody;
  });
  protected readonly model = signal(this.saved());
  protected readonly form = form(this.model, (fields) => {
    const { shape } = ProfilePatchSchema;
    validateStandardSchema(fields.displayName, shape.displayName);
    validateStandardSchema(fields.headline, shape.headline);
    validateStandardSchema(fields.location, shape.location);
    validateStandardSchema(fields.bio, shape.bio);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);
  readonly isDirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.saved()));

  /** Every time zone by its offset now, so that one finds one's own by looking at the clock. */
  protected readonly zones = computed(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const all = Intl.supportedValuesOf('timeZone');
    return (all.includes(here) ? all : [here, ...all]).map((id) => ({ id, label: id.replaceAll('_', ' ') }));
  });
  protected readonly languageNames = computed(() =>
    this.model().languages.map((tag) => ({ tag, name: this.formats.languageName(tag) })),
  );

  protected addLanguage(tag: string): void {
    const { languages } = this.model();
    if (!languages.includes(tag)) this.model.update((about) => ({ ...about, languages: [...languages, tag] }));
  }

  protected removeLanguage(tag: string): void {
    this.model.update((about) => ({ ...about, languages: about.languages.filter((other) => other !== tag) }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    await submit(this.form, {
      action: async () => {
        this.busy.set(true);
        this.problem.set(null);
        try {
          const { timezone, languages, ...words } = this.model();
          await this.own.update({ ...words, timezone: timezone || null, languages: [...languages] });
          this.model.set(this.saved());
          this.toaster.say(this.transloco.translate('profile.saved'));
        } catch (error) {
          this.problem.set(asProblem(error));
        } finally {
          this.busy.set(false);
        }
      },
      onInvalid: (invalid) => invalid().errorSummary()[0]?.fieldTree().focusBoundControl(),
    });
  }
}
