import { RoomsAndMembers1763800000000 } from './1763800000000-rooms-and-members';
import { IdempotencyKeys1763800000001 } from './1763800000001-idempotency-keys';
import { Requests1795518177333 } from './1795518177333-requests';
import { MarkedMembers1795860000000 } from './1795860000000-marked-members';

/** In the order in which they run. */
export const migrations = [
  RoomsAndMembers1763800000000,
  IdempotencyKeys1763800000001,
  Requests1795518177333,
  MarkedMembers1795860000000,
];
