import 'reflect-metadata';
import { migrateCommand } from '@parley/server-database';
import { migrations } from './migrations';

await migrateCommand({ name: 'chatrooms', migrations });
