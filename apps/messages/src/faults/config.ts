import { faultsConfig } from '@parley/server-failpoints';
import { messagesConfig } from '../config';

/** The environment of the test build. */
export const faultyMessagesConfig = messagesConfig.extend(faultsConfig);
