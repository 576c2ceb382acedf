import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DatabaseModule, type DatabaseModuleOptions } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { Appender } from './message/append/appender';
import { type Commit, commitMessages } from './message/append/commit-messages';
import { MessagesController } from './messages.controller';

/** What tests put in the place of the service's own, to make it fail on purpose. */
export interface MessagesParts {
  readonly controller?: Type<MessagesController>;
  readonly commit?: (db: DataSource) => Commit;
}

/** The service as a Nest application, on a database that is migrated already. */
@Module({})
export class MessagesModule {
  static forRoot(
    database: Omit<DatabaseModuleOptions, 'applicationName' | 'entities'>,
    { controller = MessagesController, commit = commitMessages }: MessagesParts = {},
  ): DynamicModule {
    const { log, metrics } = database;
    return {
      module: MessagesModule,
      imports: [DatabaseModule.forRoot({ ...database, applicationName: 'messages', entities, plansOnce: true })],
      controllers: [controller],
      providers: [
        {
          provide: Appender,
          inject: [DataSource],
          useFactory: (db: DataSource) => new Appender({ commit: commit(db), log, metrics }),
        },
      ],
    };
  }
}
