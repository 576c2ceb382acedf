import { ParleyError } from '@parley/contracts';
import { isCommonPassword } from './common-passwords';

/** @throws ParleyError `validation_failed` at `path` for a password that everybody tries first */
export function refuseCommonPassword(password: string, email: string, path: string): void {
  if (isCommonPassword(password, email)) {
    throw wrongField(path, 'is one of the passwords that are tried first; choose another');
  }
}

/** A refusal of one field of a form. */
export function wrongField(path: string, message: string): ParleyError {
  return new ParleyError('validation_failed', `${path}: ${message}`, { errors: [{ path, message }] });
}
