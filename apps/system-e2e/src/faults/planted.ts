import type { CampaignOptions } from './campaign';
import type { Invariant } from './check/violation';

/** A mistake planted into the running system, and what has to notice it. */
export interface Planted {
  readonly name: string;
  /** In the test build of a program, or in the database. */
  readonly into: 'messages' | 'realtime-gateway' | 'database';
  /** One of these has to be broken. */
  readonly caughtBy: readonly Invariant[];
  /** The faults that bring it out, by kind and name; none: it shows by itself. */
  readonly faults: RegExp | null;
  readonly options: Partial<CampaignOptions>;
}

/** Changes the functions that append, a group's or a single message's, or that look for a repeat, by their own text. Where it has become another, nothing is planted, and nothing caught. */
const rewritten = (
  name: 'append_messages' | 'append_one_message' | 'stored_message',
  from: string,
  to: string,
): string =>
  `DO $do$ DECLARE f regprocedure; BEGIN
    FOR f IN SELECT oid FROM pg_proc WHERE proname = '${name}' LOOP
      EXECUTE replace(pg_get_functiondef(f), $a$${from}$a$, $b$${to}$b$);
    END LOOP;
  END $do$`;

export const plantedMistakes: readonly Planted[] = [
  {
    ...{ name: 'acknowledge before commit', into: 'messages', caughtBy: ['I1'], faults: /^F2 kill -9 messages/ },
    options: { plant: 'acknowledgeBeforeCommit' },
  },
  {
    ...{ name: 'drop one publish in 1,000', into: 'realtime-gateway', caughtBy: ['I3'], faults: null },
    // Some gateway has to publish a thousand.
    options: { plant: 'dropPublish', stretches: 6, perSecond: 400, people: 24, rooms: 4 },
  },
  {
    ...{ name: 'no unique key', into: 'database', caughtBy: ['I1'], faults: /^F12/ },
    options: {
      plantSql: `ALTER TABLE messages DROP CONSTRAINT messages_client_message_id_key;
        ${rewritten('stored_message', 'm.client_message_id = in_client_message_id', 'false')};
        ${rewritten('append_one_message', 'm.client_message_id = in_client_message_id', 'false')}`,
    },
  },
  {
    ...{ name: 'seq from a sequence with gaps', into: 'database', caughtBy: ['I2'], faults: null },
    options: {
      plantSql: `CREATE SEQUENCE planted;
        ${rewritten('append_messages', 's.last_seq + row_number() OVER room', "nextval('planted')")};
        ${rewritten('append_one_message', 'new_seq := head.last_seq + 1', "new_seq := nextval('planted')")}`,
    },
  },
  {
    ...{ name: 'publish before commit', into: 'realtime-gateway', caughtBy: ['I7', 'I3'], faults: null },
    options: { plant: 'publishBeforeCommit' },
  },
  {
    ...{ name: 'swap two', into: 'realtime-gateway', caughtBy: ['I3', 'I7'], faults: null },
    options: { plant: 'swapTwo' },
  },
  {
    ...{ name: 'leak to a former member', into: 'realtime-gateway', caughtBy: ['I6'], faults: /^F15/ },
    options: { plant: 'leakToFormer' },
  },
  {
    ...{ name: 'unread off by one', into: 'messages', caughtBy: ['I5'], faults: null },
    options: { plant: 'unreadOffByOne' },
  },
  {
    ...{ name: 'log what is written', into: 'messages', caughtBy: ['I6'], faults: null },
    options: { plant: 'logTexts' },
  },
  {
    ...{ name: 'tell a stranger that there is a room', into: 'messages', caughtBy: ['I6'], faults: null },
    options: { plant: 'tellsExistence' },
  },
  {
    ...{ name: 'forget acknowledged edits', into: 'messages', caughtBy: ['I1'], faults: null },
    options: { plant: 'forgetsEdits' },
  },
  {
    ...{ name: 'no gap fetch', into: 'messages', caughtBy: ['I3'], faults: /^F1 kill/ },
    options: { plant: 'noGapFetch' },
  },
];
