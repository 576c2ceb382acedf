import { faultsConfig } from '@parley/server-failpoints';
import { realtimeGatewayConfig } from '../config';

/** The environment of the test build. */
export const faultyGatewayConfig = realtimeGatewayConfig.extend(faultsConfig);
