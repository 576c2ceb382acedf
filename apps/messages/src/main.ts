import 'reflect-metadata';
import { runProcess } from '@parley/server-runtime';
import { messagesConfig } from './config';
import { startMessages } from './start-messages';

runProcess({ name: 'messages', config: messagesConfig, start: startMessages });
