import { applyDecorators, Get, SetMetadata } from '@nestjs/common';

export const OPEN = Symbol('open');

/** A GET outside the REST contract that answers everybody: health, keys, documentation. */
export function Open(path: string): MethodDecorator {
  return applyDecorators(Get(path), SetMetadata(OPEN, true));
}
