import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule, type DatabaseModuleOptions } from '@parley/server-database';
import { ChatroomsController } from './chatrooms.controller';
import { entities } from './entities';
import { IdempotencyKeys } from './idempotency/idempotency-keys';
import { InviteMembers } from './members/invite-members';
import { MembershipReplication } from './members/membership-replication';
import { RemoveMember } from './members/remove-member';
import { SetMine } from './members/set-mine';
import { type MessagesClient, messagesClient, type UsersClient, usersClient } from './neighbours/clients';
import { CreateRoom } from './rooms/create-room';
import { FoundGroup } from './rooms/found-group';
import { OpenDirectRoom } from './rooms/open-direct-room';
import { RenameRoom } from './rooms/rename-room';
import { ShowOverview } from './rooms/show-overview';

/** What the module gets from outside. */
export interface ChatroomsModuleOptions {
  readonly database: Omit<DatabaseModuleOptions, 'applicationName' | 'entities'>;
  readonly users: UsersClient;
  readonly messages: MessagesClient;
}

const rooms = [CreateRoom, OpenDirectRoom, FoundGroup, RenameRoom, ShowOverview];
const members = [InviteMembers, RemoveMember, SetMine, MembershipReplication];

/** The service as a Nest application, on a database that is migrated already. */
@Module({})
export class ChatroomsModule {
  static forRoot({ database, users, messages }: ChatroomsModuleOptions): DynamicModule {
    return {
      module: ChatroomsModule,
      imports: [DatabaseModule.forRoot({ ...database, applicationName: 'chatrooms', entities })],
      controllers: [ChatroomsController],
      providers: [
        ...[...rooms, ...members, IdempotencyKeys],
        { provide: usersClient, useValue: users },
        { provide: messagesClient, useValue: messages },
      ],
    };
  }
}
