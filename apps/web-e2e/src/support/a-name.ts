import { randomInt } from 'node:crypto';

const ONSETS = ['b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'au', 'ea', 'ei', 'ia', 'ie', 'io', 'oa', 'ou', 'ua', 'ui'];
const anyOf = (sounds: readonly string[]): string => sounds[randomInt(sounds.length)] ?? '';

/** A name that nobody else in the system has, for whom a test looks for among everybody; one that could be somebody's, for the pictures. */
export function aName(first: string): string {
  const family = [1, 2, 3].map(() => anyOf(ONSETS) + anyOf(VOWELS)).join('');
  return `${first} ${family.charAt(0).toUpperCase()}${family.slice(1)}`;
}
