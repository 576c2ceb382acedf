/** What nodemailer says of a mail that it could not hand over. */
interface Failure {
  readonly code?: string;
  readonly command?: string;
  readonly message?: string;
  /** The server's words. */
  readonly response?: string;
  readonly responseCode?: number;
}

/** Failures before anything was said of the mail: their texts are of the connection and its certificate. */
const ofTheConnection: ReadonlySet<string | undefined> = new Set([
  'ECONNECTION',
  'EDNS',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
]);

/** Why a mail was not taken: codes and steps, and no words about the mail, for those repeat addresses. */
export class SmtpError extends Error {
  constructor(failure: unknown) {
    const { code, command, message, response, responseCode } = failure as Failure;
    const words = response === undefined && ofTheConnection.has(code) ? message : undefined;
    const known = [responseCode, command, code, words].filter((part) => part !== undefined);
    super(`The mail server has not taken the mail: ${known.length > 0 ? known.join(', ') : 'it hung up'}.`);
    this.name = 'SmtpError';
  }
}
