/**
 * Every size that a client can run into, in one place. Units are in the names.
 * Source: the public contract; changing one of the numbers marked "contract" breaks a promise.
 */
export const limits = {
  /** A JSON body of a REST request (contract). */
  jsonBodyBytes: 256 * 1024,
  /** One Socket.IO frame; a larger one closes the connection with 1009 (contract). */
  socketFrameBytes: 64 * 1024,
  /** Levels of arrays and objects inside each other (contract). */
  nestingDepth: 32,
  /** Commands of one kind by one user within `commandWindowMs` (contract). */
  commandsPerWindow: 200,
  commandWindowMs: 10_000,
  /** Live sockets of one user; one more is refused (contract). */
  socketsPerUser: 20,
  /** Page sizes of cursor-paged lists (contract). */
  pageSizeMax: 100,
  pageSizeDefault: 50,
  /** Page sizes of message history (contract). */
  historyPageMax: 200,
  historyPageDefault: 50,
  /** Length of a message's text, in Unicode code points after trimming and NFC (contract). */
  messageCodePoints: 8_000,
  /** Length of a group's title, in Unicode code points after trimming and NFC (contract). */
  titleCodePoints: 100,
  /** Members of one group (contract). */
  groupMembers: 1_000,
  /** Messages of one room and in all that one `rooms:sync` answers, and rooms it reports as joined (contract). */
  syncMessagesPerRoom: 200,
  syncMessagesTotal: 1_000,
  syncJoinedRooms: 100,
  /**
   * Text in one answer to `rooms:sync`, in code points: a thousand messages of the longest kind would be more than may wait for a client before it
   * is taken for a slow reader and cut off, time and again. What has no space left comes with the next question.
   */
  syncTextCodePoints: 500_000,
  /** Rooms that one `rooms:sync` may name; a frame of 64 KiB holds no more. */
  syncRooms: 2_000,
  /** Unread counts are exact up to here (contract); a count of one more stands for that many or more. */
  unreadExact: 999,
  /** A typing mark ends by itself (contract). */
  typingMs: 6_000,
  /** People whose presence one socket may watch at once. */
  presenceWatched: 500,
  /** People whose presence services are asked or told about in one call. */
  presenceFacts: 1_000,
  /** Members whose rooms are asked for in one call. */
  membershipsAtOnce: 64,
  /** How long before its token expires a live socket is told (contract). */
  sessionExpiringMs: 60_000,
  /** How long an `Idempotency-Key` is remembered (contract). */
  idempotencyHours: 24,
  /** Code points of a preview of a message in the overview or in a reply. */
  previewCodePoints: 140,
  /** Code points of a text that its preview is made of, so that whoever makes one need not have read more; white space is folded in them. */
  previewedCodePoints: 280,
  /** Different emoji on one message, and reactions on it in all: each is listed with every message that shows it. */
  emojiPerMessage: 20,
  reactionsPerMessage: 500,
  /** Messages that whoever asks for a first contact may send until they are answered: as many as in one window of commands. */
  requestMessages: 200,
  /** Profile fields, in code points. */
  displayNameCodePoints: 60,
  headlineCodePoints: 120,
  bioCodePoints: 2_000,
  locationCodePoints: 100,
  skillNoteCodePoints: 200,
  /** Skills in each of the two lists of one member, and languages spoken. */
  skillsPerList: 30,
  languages: 20,
  /** Passwords, in code points: long ones are hashed whole, never cut. */
  passwordMin: 8,
  passwordMax: 256,
  /** Keys of one account, and the name of one, in code points. */
  apiKeysPerAccount: 50,
  apiKeyNameCodePoints: 60,
  /** The reason and the note of a report, in code points, and reports by one member in any 24 hours. */
  reportReasonCodePoints: 60,
  reportNoteCodePoints: 2_000,
  reportsPerDay: 20,
  /** Of what a message said before, the latest texts that a report of it keeps. */
  earlierTexts: 20,
  /** Characters of a search through messages, in code points. */
  searchCodePoints: 200,
  /** Characters of a search for people or skills. */
  queryCharacters: 100,
} as const;
