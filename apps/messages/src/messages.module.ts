import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule, type DatabaseModuleOptions } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { Appender } from './message/append/appender';
import { commitMessages } from './message/append/commit-messages';
import { MessagesController } from './messages.controller';

/** The service as a Nest application, on a database that is migrated already. */
@Module({})
export class MessagesModule {
  static forRoot(database: Omit<DatabaseModuleOptions, 'applicationName' | 'entities'>): DynamicModule {
    const { log, metrics } = database;
    return {
      module: MessagesModule,
      imports: [DatabaseModule.forRoot({ ...database, applicationName: 'messages', entities })],
      controllers: [MessagesController],
      providers: [
        {
          provide: Appender,
          inject: [DataSource],
          useFactory: (db: DataSource) => new Appender({ commit: commitMessages(db), log, metrics }),
        },
      ],
    };
  }
}
