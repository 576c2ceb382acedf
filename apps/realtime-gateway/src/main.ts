import 'reflect-metadata';
import { runProcess } from '@parley/server-runtime';
import { realtimeGatewayConfig } from './config';
import { startRealtimeGateway } from './start-realtime-gateway';

runProcess({ name: 'realtime-gateway', config: realtimeGatewayConfig, start: startRealtimeGateway });
