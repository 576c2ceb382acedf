import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule, type DatabaseModuleOptions } from '@parley/server-database';
import { entities } from './entities';
import { MessagesController } from './messages.controller';

/** The service as a Nest application, on a database that is migrated already. */
@Module({})
export class MessagesModule {
  static forRoot(database: Omit<DatabaseModuleOptions, 'applicationName' | 'entities'>): DynamicModule {
    return {
      module: MessagesModule,
      imports: [DatabaseModule.forRoot({ ...database, applicationName: 'messages', entities })],
      controllers: [MessagesController],
    };
  }
}
