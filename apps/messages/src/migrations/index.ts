import { RoomsAndMessages1763800000000 } from './1763800000000-rooms-and-messages';
import { AppendMessage1763800000001 } from './1763800000001-append-message';

/** In the order in which they run. */
export const migrations = [RoomsAndMessages1763800000000, AppendMessage1763800000001];
