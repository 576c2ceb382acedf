import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';
import { processConfig } from '../config/common-config';
import { ConfigError } from '../config/config-error';
import { loadConfig } from '../config/load-config';
import { createLogger, type Logger } from '../logging/create-logger';
import { startOpsServer, type OpsServer } from '../ops/ops-server';
import { Readiness } from '../ops/readiness';
import type { ProcessContext, Running } from './process-context';
import { CHECK_CONFIG, checkConfig, EXIT_CONFIG } from './check-config';
import { ShutDown } from './shut-down';

type ProcessConfig = z.ZodObject<typeof processConfig>;

export interface ProcessDefinition<S extends z.ZodObject> {
  /** `users`: the name in logs and metrics. */
  readonly name: string;
  /** The schema of the process's environment; contains `processConfig`. */
  readonly config: S;
  /** Opens whatever the process needs. The process is ready when this has resolved and every readiness check passes. */
  readonly start: (context: ProcessContext<z.output<S>>) => Promise<Running>;
}

/**
 * Runs a service from its environment to its exit code: configuration, log, ops server, start, and an orderly end on SIGTERM, a quick one on SIGINT.
 * Exits 0 after an orderly end, 78 when the configuration is wrong, else 1: when the start fails, when the end takes longer than
 * `SHUTDOWN_GRACE_MS`, and on an error that nobody handled. With `--check-config` on its command line it only looks at its environment.
 */
export function runProcess<S extends z.ZodObject>(definition: ProcessDefinition<S>): void {
  const { name } = definition;
  if (process.argv.includes(CHECK_CONFIG)) return checkConfig(name, definition.config);
  let log: Logger = createLogger({ name, level: 'info' });
  try {
    const config = loadConfig(definition.config);
    const common: z.output<ProcessConfig> = loadConfig(z.object(processConfig));
    log = createLogger({ name, level: common.LOG_LEVEL });
    void run(definition, config, common, log);
  } catch (error) {
    if (error instanceof ConfigError) {
      // Not a log line: this is read by the person who starts the process.
      process.stderr.write(`${name} can't start. ${error.message}\n`);
      process.exit(EXIT_CONFIG);
    }
    log.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

async function run<S extends z.ZodObject>(
  { name, start }: ProcessDefinition<S>,
  config: z.output<S>,
  common: z.output<ProcessConfig>,
  log: Logger,
): Promise<void> {
  const readiness = new Readiness();
  const metrics = new Registry();
  metrics.setDefaultLabels({ service: name });
  collectDefaultMetrics({ register: metrics });
  // As the process's own schema has it, which may give more time than is usual.
  const { SHUTDOWN_GRACE_MS: graceMs } = z.object({ SHUTDOWN_GRACE_MS: z.number() }).parse(config);
  const shutDown = new ShutDown({ log, readiness, graceMs });
  shutDown.listen();

  let ops: OpsServer | undefined;
  try {
    ops = await startOpsServer({ host: common.OPS_HOST, port: common.OPS_PORT, readiness, metrics, log });
    shutDown.onClose('ops server', () => ops?.close());
    const running = await start({
      ...{ name, config, log, readiness, metrics },
      onDrain: (step, drain) => shutDown.onDrain(step, drain),
    });
    shutDown.onClose(name, () => running.stop());
    readiness.markStarted();
    log.info({ ops: `${common.OPS_HOST}:${ops.port}` }, 'started');
  } catch (error) {
    log.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
