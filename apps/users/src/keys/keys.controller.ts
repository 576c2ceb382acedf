import { Controller } from '@nestjs/common';
import { usersRpc, type RpcOutput } from '@parley/contracts';
import { Handle } from '@parley/server-rpc';
import { SigningKeys } from './signing-keys';

@Controller()
export class KeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Handle(usersRpc.jwks)
  async jwks(): Promise<RpcOutput<typeof usersRpc.jwks>> {
    return { keys: await this.keys.published() };
  }
}
