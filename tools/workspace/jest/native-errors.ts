/**
 * Makes `error instanceof Error` true in tests for what Node's own modules throw. Jest runs a test in a context with
 * its own `Error`, so an ENOENT of `fs` would otherwise take another path through the code than in production.
 */
import { isNativeError } from 'node:util/types';

const ordinary = Function.prototype[Symbol.hasInstance];

Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    return ordinary.call(this, value) || (this === Error && isNativeError(value));
  },
});
