/** One line of a history: what a client asked for, and what came of it. An outcome that is not known is `info`, never `fail`. */
export interface HistoryEvent {
  readonly process: string;
  readonly f: 'send' | 'edit' | 'delete' | 'read' | 'invite' | 'remove' | 'fault';
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
}

/** A message as somebody got to see it. */
export interface Sight {
  readonly seq: number;
  readonly revision: number;
  readonly id: string;
  readonly clientMessageId: string;
  readonly text: string | null;
  /** When, in milliseconds since the run began. */
  readonly t: number;
  /** `fact`: by itself; `sync`: when asked for. */
  readonly by: 'fact' | 'sync';
}

/** All that one client saw of one room, in the order in which it did. */
export interface View {
  readonly viewer: string;
  readonly userId: string;
  readonly room: string;
  /** `shown`: by the client library, to a view, in order and each once. `heard`: raw frames, in any order, again and again. */
  readonly kind: 'shown' | 'heard';
  readonly sights: readonly Sight[];
  /** Whether it should have seen everything by now. */
  readonly isComplete: boolean;
  /** The whole room as it is shown in the end; null for raw frames. */
  readonly final: readonly Sight[] | null;
}

/** A time for which somebody was out of a room: nothing told in it may have a place beyond the room's end at its beginning. */
export interface Absence {
  readonly userId: string;
  readonly room: string;
  readonly from: number;
  readonly until: number;
  readonly lastSeq: number;
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
  readonly rows: readonly Row[];
  readonly heads: readonly { readonly room: string; readonly lastSeq: number; readonly revision: number }[];
  readonly views: readonly View[];
  readonly absences: readonly Absence[];
  readonly unread: readonly UnreadWitness[];
  readonly cursors: readonly CursorSight[];
  readonly leaks: readonly Leak[];
}
