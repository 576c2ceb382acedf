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
  /** What was said last of each conversation: the next takes its place. */
  private readonly said = new Map<string, number>();

  /** @param name what the conversation is called */
  async save(roomId: string, name: string): Promise<void> {
    this.say(roomId, this.transloco.translate('rooms.exporting'));
    if (this.underWay.has(roomId)) return;
    this.underWay.add(roomId);
    try {
      const file = await this.data.room(roomId);
      // Whoever it was for has left: another may sit here now.
      if (file === null) return this.unsay(roomId);
      saveFile(this.document, file, fileName(name));
      this.say(roomId, this.transloco.translate('rooms.exported', { name }));
    } catch (error) {
      this.say(roomId, problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.underWay.delete(roomId);
    }
  }

  private unsay(roomId: string): void {
    const before = this.said.get(roomId);
    if (before !== undefined) this.toaster.dismiss(before);
  }

  private say(roomId: string, text: string, tone: 'info' | 'danger' = 'info'): void {
    this.unsay(roomId);
    this.said.set(roomId, this.toaster.say(text, tone));
  }
}

/** Letters and digits of the name, which all systems take, and the day. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${plain || 'parley'}-${new Date().toISOString().slice(0, 10)}.jsonl`;
}
