import { messagesRpc } from '@parley/contracts';
import { rpcClient, startRpcServer, type RpcServer } from '@parley/server-rpc';
import { every, type Logger, type PeriodicTask, type ProcessContext, type Running } from '@parley/server-runtime';
import { BlockReplication } from './blocks/block-replication';
import type { UsersConfig } from './config';
import { entities } from './entities';
import { SigningKeys } from './keys/signing-keys';
import { openOutbox } from './mail/open-outbox';
import { SendMails } from './mail/send-mails';
import type { OidcSettings } from './oidc/oidc-settings';
import { PrivacyReplication } from './profiles/privacy-replication';
import { SweepSessions } from './sessions/sweep-sessions';
import { Settings } from './settings';
import { UsersModule } from './users.module';

const resendMs = 2_000;
const maintainKeysMs = 60_000;
const sweepMs = 600_000;
const sendMailsMs = 1_000;

/** How often it is looked for mails that wait, in milliseconds; a second by default. */
export interface UsersPace {
  readonly mailsEveryMs?: number;
}

/** A running users service. */
export interface Users extends Running {
  /** Where it listens for calls. */
  readonly port: number;
}

/** Starts the users service: database, keys, calls, and the work that goes on beside them. */
export async function startUsers(
  process: ProcessContext<UsersConfig>,
  { mailsEveryMs = sendMailsMs }: UsersPace = {},
): Promise<Users> {
  const { name, config, log, readiness, metrics } = process;
  const { RPC_SECRET: secret, RPC_HOST: host, RPC_PORT: port } = config;
  const messages = rpcClient(messagesRpc, { addresses: config.MESSAGES_RPC, secret, caller: name, log, metrics });
  const module = UsersModule.forRoot({
    database: {
      url: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL_SIZE,
      applicationName: name,
      entities,
      log,
      readiness,
      metrics,
    },
    settings: settingsOf(config),
    messages,
    outbox: openOutbox(config, log),
  });
  const server = await startRpcServer(module, { host, port, secret, log, metrics });
  process.onDrain('calls', () => server.drain());
  const tasks = startTasks(server.app, mailsEveryMs, log);
  return {
    port: server.port,
    async stop() {
      await Promise.all(tasks.map((task) => task.stop()));
      await messages.close();
      await server.close();
    },
  };
}

function settingsOf(config: UsersConfig): Settings {
  return new Settings({
    origin: config.PUBLIC_ORIGIN,
    accessTokenTtlSeconds: config.ACCESS_TOKEN_TTL_SECONDS,
    refreshTokenTtlSeconds: config.REFRESH_TOKEN_TTL_DAYS * 24 * 3_600,
    moderators: new Set(config.MODERATORS.map((email) => email.toLowerCase())),
    signInTries: config.SIGN_IN_TRIES_PER_ACCOUNT,
    securityEventsSeconds: config.SECURITY_EVENTS_DAYS * 24 * 3_600,
    secret: config.RPC_SECRET,
    oidc: oidcOf(config),
  });
}

function oidcOf(config: UsersConfig): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME } = config;
  if (issuer === undefined || clientId === undefined) return null;
  return { issuer, clientId, clientSecret, name: OIDC_NAME ?? new URL(issuer).hostname };
}

/** What goes on without being called. Any number of instances may do it side by side. */
function startTasks(app: RpcServer['app'], mailsEveryMs: number, log: Logger): PeriodicTask[] {
  const keys = app.get(SigningKeys);
  const sessions = app.get(SweepSessions);
  const mails = app.get(SendMails);
  const blocks = app.get(BlockReplication);
  const privacy = app.get(PrivacyReplication);
  return [
    every(maintainKeysMs, 'maintain signing keys', () => keys.maintain(), log),
    every(sweepMs, 'sweep sessions', (signal) => sessions.run(signal), log),
    every(mailsEveryMs, 'send mails', (signal) => mails.run(signal), log),
    every(resendMs, 'resend blocks', (signal) => blocks.resend(signal), log),
    every(resendMs, 'resend privacy switches', (signal) => privacy.resend(signal), log),
  ];
}
