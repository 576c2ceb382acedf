import { inject, Injectable } from '@angular/core';
import { PARLEY_CLIENT } from '../client/parley-client';

/** How much text is gathered before the browser is given it to keep, in UTF-16 code units. */
const PART_CHARACTERS = 1_000_000;

/** Everything of one's own, for a file. */
@Injectable({ providedIn: 'root' })
export class DataExport {
  private readonly client = inject(PARLEY_CLIENT);

  /**
   * A file of JSON Lines, one record a line. Parts of it go to the browser as they come, which may keep them on its disk: no script holds the whole.
   * @param signal ends it early, with nothing
   * @param told how many records there are so far
   * @throws ParleyError where an answer fails on the way
   */
  async toFile(signal: AbortSignal, told: (records: number) => void): Promise<Blob | null> {
    const parts: Blob[] = [];
    let text = '';
    let records = 0;
    for await (const record of this.client.exportData()) {
      if (signal.aborted) return null;
      text += `${JSON.stringify(record)}\n`;
      records++;
      if (records % 50 === 1) told(records);
      if (text.length < PART_CHARACTERS) continue;
      parts.push(new Blob([text]));
      text = '';
    }
    told(records);
    return signal.aborted ? null : new Blob([...parts, text], { type: 'application/jsonl' });
  }
}
