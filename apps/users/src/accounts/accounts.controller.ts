import { Controller } from '@nestjs/common';
import { usersRpc, type Account, type IssuedGrant, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { ChangePassword } from './change-password';
import { CloseAccount } from './close-account';
import { EmailAddress } from './email-address';
import { LogIn } from './log-in';
import { RegisterAccount } from './register-account';
import { ResetPassword } from './reset-password';

@Controller()
export class AccountsController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly logIn: LogIn,
    private readonly passwords: ChangePassword,
    private readonly addresses: EmailAddress,
    private readonly resets: ResetPassword,
    private readonly closing: CloseAccount,
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

  @Handle(usersRpc.account)
  account(_: RpcInput<typeof usersRpc.account>, { actor }: ActorCall): Promise<Account> {
    return this.addresses.show(actor);
  }

  @Handle(usersRpc.changeEmail)
  changeEmail(
    input: RpcInput<typeof usersRpc.changeEmail>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.changeEmail>> {
    return this.addresses.change(input, actor);
  }

  @Handle(usersRpc.sendVerification)
  sendVerification(
    _: RpcInput<typeof usersRpc.sendVerification>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.sendVerification>> {
    return this.addresses.sendVerification(actor);
  }

  @Handle(usersRpc.confirmEmail)
  confirmEmail(input: RpcInput<typeof usersRpc.confirmEmail>): Promise<RpcOutput<typeof usersRpc.confirmEmail>> {
    return this.addresses.confirm(input);
  }

  @Handle(usersRpc.requestReset)
  requestReset(input: RpcInput<typeof usersRpc.requestReset>): Promise<RpcOutput<typeof usersRpc.requestReset>> {
    return this.resets.request(input);
  }

  @Handle(usersRpc.resetPassword)
  resetPassword(input: RpcInput<typeof usersRpc.resetPassword>): Promise<RpcOutput<typeof usersRpc.resetPassword>> {
    return this.resets.run(input);
  }

  @Handle(usersRpc.deactivate)
  deactivate(
    input: RpcInput<typeof usersRpc.deactivate>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.deactivate>> {
    return this.closing.deactivate(input, actor);
  }

  @Handle(usersRpc.deleteAccount)
  deleteAccount(
    input: RpcInput<typeof usersRpc.deleteAccount>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.deleteAccount>> {
    return this.closing.delete(input, actor);
  }
}
