import { BlockEntity } from './block.entity';
import { MemberEntity } from './member.entity';
import { MessageEntity } from './message.entity';
import { RoomEntity } from './room.entity';

export { BlockEntity, MemberEntity, MessageEntity, RoomEntity };

export const entities = [RoomEntity, MemberEntity, MessageEntity, BlockEntity];
