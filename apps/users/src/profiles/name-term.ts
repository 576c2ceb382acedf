import { normaliseSkillTerm } from '../catalogue';

/**
 * A person's name in the form in which names are searched: people leave out the same things (case, accents, points) in
 * a name as in a skill. Letters, digits and single spaces only, so that it is plain text in a pattern too; empty for a
 * name without a letter.
 */
export function nameTerm(displayName: string): string {
  return normaliseSkillTerm(displayName);
}
