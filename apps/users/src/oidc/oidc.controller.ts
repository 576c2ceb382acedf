import { Controller } from '@nestjs/common';
import { usersRpc, type OidcProvider, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { Settings } from '../settings';
import { LinkIdentity } from './link-identity';
import { LogInByIssuer } from './log-in-by-issuer';

@Controller()
export class OidcController {
  constructor(
    private readonly settings: Settings,
    private readonly logIn: LogInByIssuer,
    private readonly links: LinkIdentity,
  ) {}

  @Handle(usersRpc.oidcProvider)
  async provider(): Promise<OidcProvider> {
    const { oidc } = this.settings;
    return { provider: oidc && { name: oidc.name } };
  }

  @Handle(usersRpc.beginOidc)
  begin(): Promise<RpcOutput<typeof usersRpc.beginOidc>> {
    return this.logIn.begin();
  }

  @Handle(usersRpc.finishOidc)
  finish(input: RpcInput<typeof usersRpc.finishOidc>): Promise<RpcOutput<typeof usersRpc.finishOidc>> {
    return this.logIn.finish(input);
  }

  @Handle(usersRpc.beginOidcLink)
  beginLink(
    input: RpcInput<typeof usersRpc.beginOidcLink>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.beginOidcLink>> {
    return this.links.begin(input, actor);
  }

  @Handle(usersRpc.finishOidcLink)
  finishLink(
    input: RpcInput<typeof usersRpc.finishOidcLink>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.finishOidcLink>> {
    return this.links.finish(input, actor);
  }

  @Handle(usersRpc.unlinkOidc)
  unlink(
    input: RpcInput<typeof usersRpc.unlinkOidc>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.unlinkOidc>> {
    return this.links.unlink(input, actor);
  }
}
