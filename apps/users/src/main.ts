import 'reflect-metadata';
import { runProcess } from '@parley/server-runtime';
import { usersConfig } from './config';
import { startUsers } from './start-users';

runProcess({ name: 'users', config: usersConfig, start: (process) => startUsers(process) });
