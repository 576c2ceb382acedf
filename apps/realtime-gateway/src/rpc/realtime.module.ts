import { Module, type DynamicModule } from '@nestjs/common';
import { ChangeQueue } from '@parley/server-edge';
import { RealtimeController } from './realtime.controller';

@Module({})
export class RealtimeModule {
  static with(changes: ChangeQueue): DynamicModule {
    return {
      module: RealtimeModule,
      controllers: [RealtimeController],
      providers: [{ provide: ChangeQueue, useValue: changes }],
    };
  }
}
