import { IdempotencyKeyEntity } from './idempotency/idempotency-key.entity';
import { MemberEntity } from './members/member.entity';
import { RoomEntity } from './rooms/room.entity';

/** Every table of the service. Entities never leave it: mappers name the fields that do. */
export const entities = [RoomEntity, MemberEntity, IdempotencyKeyEntity];
