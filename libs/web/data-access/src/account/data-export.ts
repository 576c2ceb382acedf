import { inject, Injectable } from '@angular/core';
import { PARLEY_CLIENT } from '../client/parley-client';
import { sameSession } from '../session/same-session';

/** How much text is gathered before the browser is given it to keep, in UTF-16 code units. */
const PART_CHARACTERS = 1_000_000;

/** Everything of one's own, or of one conversation, for a file of JSON Lines: one record a line. */
@Injectable({ providedIn: 'root' })
export class DataExport {
  private readonly client = inject(PARLEY_CLIENT);

  /**
   * Everything of one's own.
   * @param signal ends it early, with nothing
   * @param told how many records there are so far
   * @throws ParleyError where an answer fails on the way
   */
  mine(signal: AbortSignal, told: (records: number) => void): Promise<Blob | null> {
    return fileOf(this.client.exportData(), signal, told);
  }

  /** One conversation; null where the session has ended on the way, or is somebody else's: it is nobody's file then. @throws ParleyError as `mine` */
  async room(roomId: string): Promise<Blob | null> {
    const { signal, letGo } = sameSession(this.client.session.state);
    try {
      return await fileOf(this.client.exportRoom(roomId, signal), signal);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      letGo();
    }
  }
}

/** Parts of it go to the browser as they come, which may keep them on its disk: no script holds the whole. */
async function fileOf(
  records: AsyncIterable<object>,
  signal: AbortSignal,
  told: (records: number) => void = () => undefined,
): Promise<Blob | null> {
  const parts: Blob[] = [];
  let text = '';
  let count = 0;
  for await (const record of records) {
    if (signal.aborted) return null;
    text += `${JSON.stringify(record)}\n`;
    count++;
    if (count % 50 === 1) told(count);
    if (text.length < PART_CHARACTERS) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  told(count);
  return signal.aborted ? null : new Blob([...parts, text], { type: 'application/jsonl' });
}
