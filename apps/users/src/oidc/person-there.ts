import { EmailSchema, limits, nameSchema } from '@parley/contracts';
import { wrongField } from '../accounts/refuse-password';

const DisplayNameSchema = nameSchema(limits.displayNameCodePoints);

/** Who has no name that one could show. Never the address, which others are not to see. */
const nameless = 'New member';

/**
 * What an account is opened with, out of what an issuer says of somebody.
 * @throws ParleyError `validation_failed` at `email` where it does not say that it has verified an address
 */
export function personThere(claims: Readonly<Record<string, unknown>>): { email: string; displayName: string } {
  const { email, email_verified: verified } = claims;
  const address = EmailSchema.safeParse(email);
  // A text, though it should be a boolean, where some issuers have it so.
  if (!address.success || (verified !== true && verified !== 'true')) {
    throw wrongField('email', 'is none that was verified there');
  }
  return { email: address.data, displayName: nameOf(claims) };
}

function nameOf(claims: Readonly<Record<string, unknown>>): string {
  for (const claim of ['name', 'given_name', 'nickname']) {
    const given = claims[claim];
    if (typeof given !== 'string') continue;
    const cut = Array.from(given).slice(0, limits.displayNameCodePoints).join('');
    const name = DisplayNameSchema.safeParse(cut);
    if (name.success && !name.data.includes('@')) return name.data;
  }
  return nameless;
}
