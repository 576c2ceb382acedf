import { Catch, type ExceptionFilter } from '@nestjs/common';

/** What a handler threw, on its way through Nest, which would otherwise replace it by "Internal server error". */
export class Failure {
  constructor(readonly error: unknown) {}
}

/** Hands what a handler threw to the transport as it is. */
@Catch()
export class KeepFailure implements ExceptionFilter {
  catch(error: unknown): Failure {
    return new Failure(error);
  }
}
