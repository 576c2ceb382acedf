/** Characters that are there but not seen (soft hyphens, joiners, direction marks): two terms that look alike are alike. */
const invisible = /\p{Cf}/gu;

/**
 * Accents, points and vowel strokes that people leave out when they type. Marks of other scripts stay: without its
 * vowel signs a Hindi or Thai word is another word, and が is not か.
 */
const droppableMarks = /(?![\u3099\u309A])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;

const apostrophes = /['’ʼʻ`´]/gu;

/** All that is no letter, mark or digit separates words, but + and #, which tell C, C++ and C# apart. */
const separators = /[^\p{L}\p{M}\p{N}+#]+/gu;

/**
 * Brings what somebody types for a skill, and what the catalogue calls it, to the one form in which both are compared:
 * no case, no accents, no punctuation, single spaces ("Français " and "francais", "Node.js" and "node js", "C♯" and
 * "c#" are equal; "C", "C++" and "C#" are not).
 *
 * Idempotent. The answer is for comparing, never for showing, and is empty for a term without a letter, digit, + or #.
 */
export function normaliseSkillTerm(term: string): string {
  // Brought into order once more where an apostrophe between two marks falls away.
  const bare = term.replace(invisible, '').normalize('NFKD').replace(droppableMarks, '').replaceAll('♯', '#');
  return foldCase(bare).normalize('NFKD').replace(apostrophes, '').normalize('NFKD').replace(separators, ' ').trim();
}

/** By way of upper case, so that "ß", "ẞ" and "SS" meet; the two lower-case sigmas are one letter. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
