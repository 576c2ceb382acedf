import { Inject, Injectable } from '@nestjs/common';
import { limits } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { LRUCache } from 'lru-cache';
import { SERVICES } from '../tokens';

const PEOPLE = 10_000;
const KEPT_MS = 60_000;
/** A search does without them rather than wait for longer. */
const WAIT_MS = 300;

/** Which languages somebody reads: those of their profile, and those that their browser says. */
@Injectable()
export class SearchLanguages {
  private readonly known = new LRUCache<string, readonly string[]>({ max: PEOPLE, ttl: KEPT_MS });

  constructor(@Inject(SERVICES) private readonly services: Services) {}

  /** BCP 47, the profile's first. @param accepted the header Accept-Language */
  async of(actor: Actor, accepted: string | undefined): Promise<string[]> {
    return [...new Set([...(await this.ofProfile(actor)), ...acceptedLanguages(accepted)])];
  }

  private async ofProfile(actor: Actor): Promise<readonly string[]> {
    const known = this.known.get(actor.userId);
    if (known) return known;
    try {
      const { languages } = await this.services.users.me({}, { actor, deadlineMs: WAIT_MS });
      this.known.set(actor.userId, languages);
      return languages;
    } catch {
      // Endings count then: less is found, and that is better than nothing.
      return [];
    }
  }
}

/** The languages of the header, in its order, without those that it refuses. */
export function acceptedLanguages(header = ''): string[] {
  // No pattern that looks for the end of white space: of a header that is nothing else it would try each place anew (S28).
  const ranges = header.split(',', limits.languages).map((range) => range.split(';').map((part) => part.trim()));
  return ranges.flatMap(([tag = '', weight]) =>
    /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(tag) && !/^q=0(\.0*)?$/i.test(weight ?? '') ? [tag] : [],
  );
}
