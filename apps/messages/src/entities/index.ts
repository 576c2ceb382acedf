import { BlockEntity } from './block.entity';
import { EarlierTextEntity } from './earlier-text.entity';
import { MemberEntity } from './member.entity';
import { MessageEntity } from './message.entity';
import { PrivacyEntity } from './privacy.entity';
import { RoomEntity } from './room.entity';

export { BlockEntity, EarlierTextEntity, MemberEntity, MessageEntity, PrivacyEntity, RoomEntity };

export const entities = [RoomEntity, MemberEntity, MessageEntity, BlockEntity, PrivacyEntity, EarlierTextEntity];
