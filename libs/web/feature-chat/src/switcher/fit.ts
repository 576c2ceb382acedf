/** Lower case, without accents, as one types in a hurry. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/**
 * How well a name fits what was typed, from 1 (the letters are somewhere in it, in their order) to 4 (it begins so); 0 where it does not fit.
 * Among names that fit in the same manner the shorter one fits better.
 */
export function fit(query: string, name: string): number {
  const [wanted, text] = [plain(query), plain(name)];
  if (wanted === '') return 1;
  if (text === '') return 0;
  const closeness = Math.min(1, wanted.length / text.length) * 0.9;
  if (text.startsWith(wanted)) return 4 + closeness;
  const found = text.indexOf(wanted);
  if (found > 0) return (/[\p{L}\p{N}]/u.test(text[found - 1] ?? '') ? 2 : 3) + closeness;
  return hasInOrder(text, wanted.replaceAll(/\s/g, '')) ? 1 + closeness : 0;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}
