import { signal, untracked } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import type { ParleyError } from '@parley/contracts';
import { asProblem } from '../problem';

/** What is wrong with a field of which the server said it. Any other kind is the form's own. */
export const REFUSED = 'refused';

/** A form on its way to the server: whether it is, and what went wrong that no single field is to blame for. */
export class Sending {
  private readonly sent = signal(false);
  private readonly wrong = signal<ParleyError | null>(null);
  readonly busy = this.sent.asReadonly();
  readonly problem = this.wrong.asReadonly();

  /**
   * Checks the form and does the work. What the API says of a field is shown there until the field is changed, and the first wrong one takes the focus.
   * @param fields where each path of the API's errors is in the form
   * @returns whether the work was done
   */
  async send(
    event: Event,
    form: FieldTree<unknown>,
    work: () => Promise<void>,
    fields: Readonly<Record<string, FieldTree<string>>> = {},
  ): Promise<boolean> {
    event.preventDefault();
    if (this.sent()) return false;
    let done = false;
    await submit(form, async () => {
      this.sent.set(true);
      this.wrong.set(null);
      try {
        await work();
        done = true;
        return [];
      } catch (error) {
        return this.atFields(asProblem(error), fields);
      } finally {
        this.sent.set(false);
      }
    });
    if (!done) untracked(() => form().errorSummary()[0]?.fieldTree().focusBoundControl());
    return done;
  }

  /** What went wrong has nothing to do with what the form asks for now. */
  forget(): void {
    this.wrong.set(null);
  }

  private atFields(problem: ParleyError, fields: Readonly<Record<string, FieldTree<string>>>) {
    const refused = (problem.errors ?? []).flatMap(({ path, message }) => {
      const fieldTree = fields[path];
      return fieldTree ? [{ kind: REFUSED, message, fieldTree }] : [];
    });
    if (refused.length === 0) this.wrong.set(problem);
    return refused;
  }
}

/** What is wrong with a field, by the kind of its first error; null as long as nobody has been there, or nothing is. */
export function wrongWith(field: FieldTree<string>): string | null {
  return field().touched() ? (field().errors()[0]?.kind ?? null) : null;
}
