import { RoomsAndMessages1763800000000 } from './1763800000000-rooms-and-messages';
import { AppendMessage1763800000001 } from './1763800000001-append-message';
import { AppendMessages1795515381047 } from './1795515381047-append-messages';
import { RepliesReactionsRequests1795516787739 } from './1795516787739-replies-reactions-requests';
import { Privacy1795517161459 } from './1795517161459-privacy';
import { Search1795517673082 } from './1795517673082-search';
import { ChangedRooms1795519857091 } from './1795519857091-changed-rooms';
import { HoldMessage1795786051794 } from './1795786051794-hold-message';
import { EarlierTexts1795822300000 } from './1795822300000-earlier-texts';
import { Retention1795822300001 } from './1795822300001-retention';
import { LinearSearchTerms1795822300002 } from './1795822300002-linear-search-terms';
import { DeletedMembers1795822300003 } from './1795822300003-deleted-members';
import { AppendOneMessage1795830000000 } from './1795830000000-append-one-message';
import { RoomRetention1795830000010 } from './1795830000010-room-retention';
import { TimesFall1795830000020 } from './1795830000020-times-fall';
import { NoteWhereTimesFall1795830000021 } from './1795830000021-note-where-times-fall';
import { JoinedSeq1795830000030 } from './1795830000030-joined-seq';
import { AppendByRoom1795830000040 } from './1795830000040-append-by-room';
import { DropTextsInBatches1795830000050 } from './1795830000050-drop-texts-in-batches';

/** In the order in which they run. */
export const migrations = [
  RoomsAndMessages1763800000000,
  AppendMessage1763800000001,
  AppendMessages1795515381047,
  RepliesReactionsRequests1795516787739,
  Privacy1795517161459,
  Search1795517673082,
  ChangedRooms1795519857091,
  HoldMessage1795786051794,
  EarlierTexts1795822300000,
  Retention1795822300001,
  LinearSearchTerms1795822300002,
  DeletedMembers1795822300003,
  AppendOneMessage1795830000000,
  RoomRetention1795830000010,
  TimesFall1795830000020,
  NoteWhereTimesFall1795830000021,
  JoinedSeq1795830000030,
  AppendByRoom1795830000040,
  DropTextsInBatches1795830000050,
];
