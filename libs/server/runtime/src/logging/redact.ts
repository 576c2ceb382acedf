import { describeError } from './describe-error';

/** Keys whose values never reach a log, in lower case: credentials, and what people write to each other. */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'currentpassword',
  'newpassword',
  'secret',
  'key',
  'token',
  'accesstoken',
  'refreshtoken',
  'signature',
  'text',
]);

export const REDACTED = '[redacted]';
const DEPTH_MAX = 6;
const ITEMS_MAX = 50;

/**
 * A copy of what is about to be logged, with secrets replaced at any depth, errors described, and cut to a size that a line can hold:
 * six levels deep, fifty items of each array.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return describeError(value);
  if (depth >= DEPTH_MAX) return '[nested too deep]';
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((item) => redact(item, depth + 1));
  if (value instanceof Date) return value;
  if (!isPlain(value)) return `[${value.constructor.name}]`;
  return redactEntries(value, depth);
}

/** `redact` for the object that a log line is made of. */
export function redactEntries(object: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      SECRET_KEYS.has(key.toLowerCase()) ? REDACTED : redact(value, depth + 1),
    ]),
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
