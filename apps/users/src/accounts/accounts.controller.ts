import { Controller } from '@nestjs/common';
import { usersRpc, type IssuedGrant, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { ChangePassword } from './change-password';
import { LogIn } from './log-in';
import { RegisterAccount } from './register-account';

@Controller()
export class AccountsController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly logIn: LogIn,
    private readonly passwords: ChangePassword,
  ) {}

  @Handle(usersRpc.register)
  register(input: RpcInput<typeof usersRpc.register>): Promise<IssuedGrant> {
    return this.registerAccount.run(input);
  }

  @Handle(usersRpc.login)
  login(input: RpcInput<typeof usersRpc.login>): Promise<IssuedGrant> {
    return this.logIn.run(input);
  }

  @Handle(usersRpc.changePassword)
  changePassword(
    input: RpcInput<typeof usersRpc.changePassword>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.changePassword>> {
    return this.passwords.run(input, actor);
  }
}
