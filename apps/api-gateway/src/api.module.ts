import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  Authenticator,
  edgeCommands,
  MemberSummaries,
  MessageCommands,
  PeopleCommands,
  RoomCommands,
  RevocationWatch,
  RoomReader,
  SessionCommands,
  SigningKeys,
  type ChangePublisher,
  type Edge,
  type ErrorLog,
} from '@parley/server-edge';
import { Readiness } from '@parley/server-runtime';
import { AccountController } from './account/account.controller';
import { ExportData } from './account/export-data';
import { LeaveGroups } from './account/leave-groups';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { AuthController } from './auth/auth.controller';
import { RefreshCookie } from './auth/refresh-cookie';
import { ChatroomsController } from './chatrooms/chatrooms.controller';
import { ExportRoom } from './chatrooms/export-room';
import type { ApiGatewayConfig } from './config';
import { AccessGuard } from './http/access.guard';
import { Clients } from './http/clients';
import { AnswerInterceptor } from './http/answer.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { RouteLimits } from './http/route-limits';
import { MessagesController } from './messages/messages.controller';
import { SearchLanguages } from './messages/search-languages';
import { ModerationController } from './moderation/moderation.controller';
import { OpenController } from './open/open.controller';
import { OidcCookie } from './oidc/oidc-cookie';
import { OidcController } from './oidc/oidc.controller';
import { ReportsController } from './reports/reports.controller';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { PUBLIC_ORIGIN, SERVICES } from './tokens';
import { UsersController } from './users/users.controller';

/** The controllers that answer the REST contract. */
export const apiControllers = [
  AuthController,
  AccountController,
  SecondFactorController,
  OidcController,
  ApiKeysController,
  UsersController,
  ChatroomsController,
  MessagesController,
  ReportsController,
  ModerationController,
] as const;

export interface ApiModuleOptions {
  readonly edge: Edge;
  readonly changes: ChangePublisher;
  readonly config: ApiGatewayConfig;
  readonly readiness: Readiness;
  readonly errors: ErrorLog;
}

@Module({})
export class ApiModule {
  static with({ edge, changes, config, readiness, errors }: ApiModuleOptions): DynamicModule {
    const commands = edgeCommands(edge, changes);
    const clients = new Clients(config.TRUSTED_PROXIES);
    const limits = new RouteLimits(edge.limiter, clients, {
      registrationsPerHour: config.REGISTRATIONS_PER_HOUR,
      loginsPerMinute: config.LOGINS_PER_MINUTE,
      refreshesPerMinute: config.REFRESHES_PER_MINUTE,
      resetsPerHour: config.RESETS_PER_HOUR,
    });
    return {
      module: ApiModule,
      controllers: [...apiControllers, OpenController],
      providers: [
        { provide: SERVICES, useValue: edge.services },
        { provide: PUBLIC_ORIGIN, useValue: config.PUBLIC_ORIGIN },
        { provide: Readiness, useValue: readiness },
        { provide: SigningKeys, useValue: edge.keys },
        { provide: Authenticator, useValue: edge.authenticator },
        { provide: RevocationWatch, useValue: edge.revocations },
        { provide: MemberSummaries, useValue: edge.summaries },
        { provide: RoomReader, useValue: edge.rooms },
        { provide: MessageCommands, useValue: commands.messages },
        { provide: RoomCommands, useValue: commands.rooms },
        { provide: PeopleCommands, useValue: commands.people },
        { provide: SessionCommands, useValue: commands.sessions },
        { provide: RefreshCookie, useValue: new RefreshCookie(config.PUBLIC_ORIGIN) },
        { provide: OidcCookie, useValue: new OidcCookie(config.PUBLIC_ORIGIN) },
        LeaveGroups,
        ExportData,
        ExportRoom,
        SearchLanguages,
        { provide: Clients, useValue: clients },
        { provide: RouteLimits, useValue: limits },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useValue: new AnswerInterceptor(errors) },
        { provide: APP_FILTER, useValue: new ProblemFilter(errors) },
      ],
    };
  }
}
