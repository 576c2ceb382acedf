import { addressList, commonConfig, createLogger, loadConfig } from '@parley/server-runtime';
import { z } from 'zod';
import { connectServices } from './sandbox/services';
import { seedSandbox } from './sandbox/seed-sandbox';

/** Fills an empty Parley with the sandbox, through the services' own calls. Safe to run again, also after a run that broke off. */
const config = loadConfig(
  z.object({
    LOG_LEVEL: commonConfig.LOG_LEVEL,
    RPC_SECRET: commonConfig.RPC_SECRET,
    USERS_RPC: addressList(),
    CHATROOMS_RPC: addressList(),
    MESSAGES_RPC: addressList(),
  }),
);
const log = createLogger({ name: 'seed', level: config.LOG_LEVEL });
const services = connectServices(config, log);
try {
  await seedSandbox(services, (progress) => process.stdout.write(`${progress}\n`));
} catch (error) {
  process.stderr.write(`The sandbox could not be filled: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await services.close();
}
