export type SkillLevel = 'beginner' | 'intermediate' | 'advanced' | 'expert';

/** A skill somebody teaches; `skill` is its name in the catalogue. */
export interface TaughtSkill {
  readonly skill: string;
  readonly level: SkillLevel;
  readonly note?: string;
}

/** A skill somebody wants to learn; `level` is where they stand today. */
export interface WantedSkill {
  readonly skill: string;
  readonly level?: SkillLevel;
  readonly note?: string;
}

/** A member of the sandbox. The password is the seeder's to choose. */
export interface Person {
  /** The name by which conversations know this person: `<address>@parley.example`. */
  readonly email: string;
  readonly displayName: string;
  readonly headline: string;
  readonly bio: string;
  readonly location: string;
  /** IANA name. */
  readonly timezone: string;
  /** BCP 47 tags, the best spoken first. */
  readonly languages: readonly string[];
  readonly teaches: readonly TaughtSkill[];
  readonly learns: readonly WantedSkill[];
}

/** One message: NFC, trimmed, 1 to 8,000 code points. */
export interface ScriptedMessage {
  /** The sender's e-mail address. */
  readonly from: string;
  /** How long before the moment of seeding it was sent, in minutes; whole seconds as a fraction. */
  readonly minutesAgo: number;
  readonly text: string;
}

/** A room with its whole history, oldest message first. */
export interface Conversation {
  readonly kind: 'direct' | 'group';
  /** Groups have one, direct rooms none. */
  readonly title?: string;
  /** E-mail addresses; the first is the one who opened the room (a group's owner). */
  readonly members: readonly string[];
  readonly messages: readonly ScriptedMessage[];
  /**
   * For members who have not read to the end: the index in `messages` of the last one they have read, -1 for none. It
   * is never before a message of their own.
   */
  readonly readUpTo?: Readonly<Record<string, number>>;
}
