import { runProcess } from '@parley/server-runtime';
import { webServerConfig } from './config';
import { startWebServer } from './start-web-server';

runProcess({ name: 'web-server', config: webServerConfig, start: startWebServer });
