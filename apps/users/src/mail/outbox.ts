/** A mail as its reader sees it. Plain text in ASCII, lines short: nothing that a member has written stands in it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for mails: a mail server, or a folder where none is configured. */
export abstract class Outbox {
  /** Resolves once somebody else is answerable for the mail. @throws Error without the address and the text */
  abstract send(mail: Mail): Promise<void>;
}
