import 'reflect-metadata';
import { runProcess } from '@parley/server-runtime';
import { apiGatewayConfig } from './config';
import { startApiGateway } from './start-api-gateway';

runProcess({ name: 'api-gateway', config: apiGatewayConfig, start: startApiGateway });
