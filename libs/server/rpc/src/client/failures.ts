/** The call never left this process, or was turned away unread: nothing was done, and any instance may be asked. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super(`not sent: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'NotSent';
  }
}

/** The connection broke after the call had left: whether it was done is not known. */
export class AnswerLost extends Error {
  constructor() {
    super('the connection broke before the answer came');
    this.name = 'AnswerLost';
  }
}

/** No answer came in time: whether the call was done is not known. */
export class TimedOut extends Error {
  constructor() {
    super('no answer came in time');
    this.name = 'TimedOut';
  }
}
