import { randomBytes } from 'node:crypto';

/** What every text of a room begins with. It is known by its shape wherever it turns up, whatever stands around it. */
const NONCE = /n0nce[0-9a-f]{16}/g;

/** The nonces of all rooms of a run, and who was ever in them. */
export class Secrets {
  private readonly insiders = new Map<string, ReadonlySet<string>>();

  /** A nonce for a room that these people are in, or come into. */
  make(userIds: readonly string[]): string {
    const nonce = `n0nce${randomBytes(8).toString('hex')}`;
    this.insiders.set(nonce, new Set(userIds));
    return nonce;
  }

  /** Nonces in a text that somebody has no business with; with null those that nobody has: in a log. */
  foreignIn(text: string, userId: string | null): string[] {
    // Most of what is sent holds none: a plain search is quicker than a pattern.
    if (!text.includes('n0nce')) return [];
    return [...new Set(text.match(NONCE))].filter((nonce) => {
      const insiders = this.insiders.get(nonce);
      return insiders !== undefined && (userId === null || !insiders.has(userId));
    });
  }
}
