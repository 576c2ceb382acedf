import { limits, type Message } from '@parley/contracts';
import type { Services } from '@parley/server-edge';

/** Pages told at most: who has missed more sees by the room's head that something is missing, and pages it as history. */
const PAGES = 5;

/**
 * What was said in a room since somebody joined it, for sockets that hear it only now: between the joining and that moment lie some calls, and whoever made
 * the room writes at once.
 */
export class SaidSince {
  constructor(private readonly messages: Pick<Services['messages'], 'page'>) {}

  /**
   * Messages in the order of `seq`, from the joining on; those beyond `lastSeq` are heard as they come. Nothing is asked where nothing was said.
   * @throws ParleyError where they cannot be read
   */
  async read(
    actor: { readonly userId: string; readonly sessionId: string },
    roomId: string,
    { joinedSeq, lastSeq }: { readonly joinedSeq: number; readonly lastSeq: number },
  ): Promise<readonly Message[]> {
    const said: Message[] = [];
    let after = joinedSeq;
    for (let page = 0; page < PAGES && after < lastSeq; page++) {
      const { messages, hasAfter } = await this.messages.page(
        { roomId, after, limit: limits.historyPageMax },
        { actor },
      );
      said.push(...messages.filter(({ seq }) => seq <= lastSeq));
      after = hasAfter ? (messages.at(-1)?.seq ?? lastSeq) : lastSeq;
    }
    return said;
  }
}
