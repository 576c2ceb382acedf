import { Controller } from '@nestjs/common';
import { usersRpc, type IssuedGrant, type RecoveryCodes, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { LogInByCode } from './log-in-by-code';
import { SecondFactors } from './second-factors';

@Controller()
export class SecondFactorController {
  constructor(
    private readonly logIn: LogInByCode,
    private readonly factors: SecondFactors,
  ) {}

  @Handle(usersRpc.loginByCode)
  loginByCode(input: RpcInput<typeof usersRpc.loginByCode>): Promise<IssuedGrant> {
    return this.logIn.run(input);
  }

  @Handle(usersRpc.setUpSecondFactor)
  setUp(
    input: RpcInput<typeof usersRpc.setUpSecondFactor>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.setUpSecondFactor>> {
    return this.factors.setUp(input, actor);
  }

  @Handle(usersRpc.enableSecondFactor)
  enable(input: RpcInput<typeof usersRpc.enableSecondFactor>, { actor }: ActorCall): Promise<RecoveryCodes> {
    return this.factors.enable(input, actor);
  }

  @Handle(usersRpc.renewRecoveryCodes)
  renewRecoveryCodes(
    input: RpcInput<typeof usersRpc.renewRecoveryCodes>,
    { actor }: ActorCall,
  ): Promise<RecoveryCodes> {
    return this.factors.renewRecoveryCodes(input, actor);
  }

  @Handle(usersRpc.disableSecondFactor)
  disable(
    input: RpcInput<typeof usersRpc.disableSecondFactor>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.disableSecondFactor>> {
    return this.factors.disable(input, actor);
  }
}
