import 'reflect-metadata';
import { runProcess } from '@parley/server-runtime';
import { chatroomsConfig } from './config';
import { startChatrooms } from './start-chatrooms';

runProcess({ name: 'chatrooms', config: chatroomsConfig, start: startChatrooms });
