import { Controller } from '@nestjs/common';
import { usersRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { CreateApiKey } from './create-api-key';
import { DeleteApiKey } from './delete-api-key';
import { ListApiKeys } from './list-api-keys';
import { VerifyApiKey } from './verify-api-key';

@Controller()
export class ApiKeysController {
  constructor(
    private readonly creating: CreateApiKey,
    private readonly keys: ListApiKeys,
    private readonly deleting: DeleteApiKey,
    private readonly verifying: VerifyApiKey,
  ) {}

  @Handle(usersRpc.createApiKey)
  createApiKey(
    input: RpcInput<typeof usersRpc.createApiKey>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.createApiKey>> {
    return this.creating.run(input, actor);
  }

  @Handle(usersRpc.listApiKeys)
  listApiKeys(
    _: RpcInput<typeof usersRpc.listApiKeys>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.listApiKeys>> {
    return this.keys.run(actor);
  }

  @Handle(usersRpc.deleteApiKey)
  deleteApiKey(
    { keyId }: RpcInput<typeof usersRpc.deleteApiKey>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.deleteApiKey>> {
    return this.deleting.run(keyId, actor);
  }

  @Handle(usersRpc.verifyApiKey)
  verifyApiKey({ key }: RpcInput<typeof usersRpc.verifyApiKey>): Promise<RpcOutput<typeof usersRpc.verifyApiKey>> {
    return this.verifying.run(key);
  }
}
