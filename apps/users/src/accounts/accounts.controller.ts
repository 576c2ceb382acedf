import { Controller } from '@nestjs/common';
import { usersRpc, type IssuedGrant, type RpcInput } from '@parley/contracts';
import { Handle } from '@parley/server-rpc';
import { LogIn } from './log-in';
import { RegisterAccount } from './register-account';

@Controller()
export class AccountsController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly logIn: LogIn,
  ) {}

  @Handle(usersRpc.register)
  register(input: RpcInput<typeof usersRpc.register>): Promise<IssuedGrant> {
    return this.registerAccount.run(input);
  }

  @Handle(usersRpc.login)
  login(input: RpcInput<typeof usersRpc.login>): Promise<IssuedGrant> {
    return this.logIn.run(input);
  }
}
