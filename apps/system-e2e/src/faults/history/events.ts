/** One line of a history: what a client asked for, and what came of it. An outcome that is not known is `info`, never `fail`. */
export interface HistoryEvent {
  readonly process: string;
  readonly f: 'send' | 'edit' | 'delete' | 'react' | 'read' | 'invite' | 'remove' | 'session' | 'fault';
  readonly type: 'invoke' | 'ok' | 'fail' | 'info';
  readonly room?: string;
  readonly clientMessageId?: string;
  readonly seq?: number;
  /** Milliseconds since the run began. */
  readonly t: number;
  readonly detail?: string;
}

/** What became of one sending, put together from its lines. */
export interface Sending {
  readonly process: string;
  readonly room: string;
  readonly sender: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly invokedAt: number;
  outcome: 'ok' | 'fail' | 'info';
  endedAt: number;
  /** As acknowledged. Null where nothing was, or where the way of sending does not tell. */
  seq: number | null;
  id: string | null;
}

/** A message as PostgreSQL has it. */
export interface Row {
  readonly room: string;
  readonly seq: number;
  readonly revision: number;
  readonly id: string;
  readonly clientMessageId: string;
  readonly sender: string;
  /** Null: deleted. */
  readonly text: string | null;
  readonly isEdited: boolean;
  /** All reactions to it, as `reactionsOf` writes them. */
  readonly reactions: string;
}

/** What becomes of a message after it was sent, by one command: who, where, and what came of it. */
export interface Changing {
  readonly process: string;
  readonly userId: string;
  readonly room: string;
  readonly seq: number;
  readonly change:
    | { readonly kind: 'edit'; readonly text: string }
    | { readonly kind: 'delete' }
    | { readonly kind: 'react'; readonly emoji: string; readonly on: boolean };
  readonly invokedAt: number;
  outcome: 'ok' | 'fail' | 'info';
  /** The message as it was acknowledged. */
  answer: Pick<Row, 'seq' | 'revision' | 'text' | 'reactions'> | null;
}

/** A message as somebody got to see it. */
export interface Sight {
  readonly seq: number;
  readonly revision: number;
  readonly id: string;
  readonly clientMessageId: string;
  readonly text: string | null;
  readonly reactions: string;
  /** When, in milliseconds since the run began. */
  readonly t: number;
  /** `fact`: by itself; `sync`: when asked for. */
  readonly by: 'fact' | 'sync';
}

/** Something wrong in a list of places that should be one run, each place once. */
export interface Disorder {
  readonly harm: 'doubled' | 'inversion' | 'lost';
  readonly detail: string;
}

/** All that one client saw of one room, in the order in which it did. */
export interface View {
  readonly viewer: string;
  readonly userId: string;
  readonly room: string;
  /** `shown`: by the client library, to a view, in order and each once. `heard`: raw frames, in any order, again and again. */
  readonly kind: 'shown' | 'heard';
  readonly sights: readonly Sight[];
  /** What it was told of the room besides messages while its member was out of it. */
  readonly hints: readonly { readonly t: number; readonly what: string }[];
  /** Since when it has followed the room, and when its connection began to stand, each time. */
  readonly since: number;
  readonly onlineAt: readonly number[];
  /** What was wrong with the order of what it showed at any moment, however far above. */
  readonly disorders: readonly Disorder[];
  /** Whether it should have seen everything by now. */
  readonly isComplete: boolean;
  /** The whole room as it is shown in the end; null for raw frames. */
  readonly final: readonly Sight[] | null;
}

/** A time for which somebody was out of a room: from the answer to their leaving until they were about to be invited, and when that was answered. */
export interface Absence {
  readonly userId: string;
  readonly room: string;
  readonly from: number;
  readonly until: number;
  readonly backAt: number;
  /** The room's end at the beginning. */
  readonly lastSeq: number;
}

/** An answer: the code of an error, or what stands for success, and all of its text. */
export interface Told {
  readonly code: string;
  readonly text: string;
}

/** What somebody asked about a room that they are not in, and about one that there is not; null where no answer came. */
export interface Asked {
  readonly who: string;
  readonly question: string;
  readonly room: string;
  readonly told: Told | null;
  readonly elsewhere: Told | null;
}

/** What another text under an id was answered whose message was acknowledged: the code of an error, `ok`, or `unknown`. */
export interface Conflict {
  readonly room: string;
  readonly clientMessageId: string;
  readonly answer: string;
}

/** A fault as it was done, with its healing. Times are in milliseconds since the run began. */
export interface FaultSpan {
  readonly kind: string;
  readonly what: string;
  readonly targets: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** Something that has to happen within a time. */
export interface Timing {
  readonly what: string;
  readonly limitMs: number;
  /** Infinity where it had not happened by the end. */
  readonly tookMs: number;
  readonly from: number;
  readonly until: number;
  /** Parts of the system that have to be well for it, by names as in the targets of faults. */
  readonly needs: readonly string[];
  /** The fault that it belongs to, by kind and name. */
  readonly by: string;
}

/** A time in which this process was kept from running: it ended at `t` and took `ms` milliseconds. */
export interface Lag {
  readonly t: number;
  readonly ms: number;
}

/** What a member's unread count and cursor are, by three ways of asking, once all is quiet. */
export interface UnreadWitness {
  readonly userId: string;
  readonly room: string;
  readonly sql: { readonly unread: number; readonly cursor: number };
  readonly api: { readonly unread: number; readonly cursor: number } | null;
  readonly badge: { readonly unread: number; readonly cursor: number } | null;
}

/** A read cursor as it was answered, in the order of the answers. */
export interface CursorSight {
  readonly userId: string;
  readonly room: string;
  readonly cursor: number;
}

/** Something of a room found where it does not belong. */
export interface Leak {
  readonly where: string;
  readonly room: string;
}

/** All that is known of a stretch of a run, after everything has come to rest. */
export interface Evidence {
  readonly sendings: readonly Sending[];
  readonly changings: readonly Changing[];
  readonly rows: readonly Row[];
  readonly heads: readonly { readonly room: string; readonly lastSeq: number; readonly revision: number }[];
  readonly views: readonly View[];
  readonly absences: readonly Absence[];
  readonly unread: readonly UnreadWitness[];
  readonly cursors: readonly CursorSight[];
  readonly leaks: readonly Leak[];
  readonly asked: readonly Asked[];
  readonly faults: readonly FaultSpan[];
  readonly lags: readonly Lag[];
  readonly timings: readonly Timing[];
  readonly conflicts: readonly Conflict[];
}
