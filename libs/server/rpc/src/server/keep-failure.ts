import { Catch, type ExceptionFilter } from '@nestjs/common';
import { of, type Observable } from 'rxjs';

/** What a handler threw, on its way through Nest, which would otherwise replace it by "Internal server error". */
export class Failure {
  constructor(readonly error: unknown) {}
}

/** Hands what a handler threw to the transport as it is: as a stream, for where there are interceptors Nest takes nothing else. */
@Catch()
export class KeepFailure implements ExceptionFilter {
  catch(error: unknown): Observable<Failure> {
    return of(new Failure(error));
  }
}
