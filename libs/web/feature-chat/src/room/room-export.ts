import { DOCUMENT, inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { asProblem, DataExport, saveFile } from '@parley/web-data-access';
import { problemWords, Toaster } from '@parley/web-ui';

/** Saves whole conversations as files, one at a time for each, and says how it went: it may take a while, and one may go elsewhere meanwhile. */
@Injectable({ providedIn: 'root' })
export class RoomExport {
  private readonly data = inject(DataExport);
  private readonly document = inject(DOCUMENT);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly underWay = new Set<string>();

  /** @param name what the conversation is called */
  async save(roomId: string, name: string): Promise<void> {
    const begun = this.toaster.say(this.transloco.translate('rooms.exporting'));
    if (this.underWay.has(roomId)) return;
    this.underWay.add(roomId);
    try {
      const file = await this.data.room(roomId);
      // Whoever it was for has left: another may sit here now.
      if (file === null) return;
      this.toaster.dismiss(begun);
      saveFile(this.document, file, fileName(name));
      this.toaster.say(this.transloco.translate('rooms.exported', { name }));
    } catch (error) {
      this.toaster.dismiss(begun);
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.underWay.delete(roomId);
    }
  }
}

/** Letters and digits of the name, which all systems take, and the day. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${plain || 'parley'}-${new Date().toISOString().slice(0, 10)}.jsonl`;
}
