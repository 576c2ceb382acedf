import type { Member, UserSummary } from '@parley/contracts';

const MINUTE_MS = 60_000;

/** So many minutes ago. */
export const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();

/** A time of day, so many days before today: what is told by days looks the same at whatever hour one looks. */
export function onDay(daysBefore: number, hour: number, minute: number): string {
  const day = new Date();
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore, hour, minute).toISOString();
}

/** An id as the server makes them, and nobody's. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function person(number: number, displayName: string): UserSummary {
  return { id: idOf(number), displayName, headline: '', location: '', avatarUrl: null };
}

/** Who looks at the kit, as its samples have it. */
export const me = person(1, 'Ana Marques');
export const ben = person(2, 'Ben Okafor');
export const carla = person(3, 'Carla Weiss');
/** Somebody who is in none of the rooms any more. */
export const former = person(4, 'Former Member');

export function membersOf(...people: readonly (readonly [UserSummary, lastReadSeq: number])[]): Member[] {
  return people.map(([user, lastReadSeq]) => ({ user, role: 'member', joinedAt: ago(10_000), lastReadSeq }));
}
