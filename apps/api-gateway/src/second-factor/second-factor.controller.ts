import { Controller, Inject } from '@nestjs/common';
import { rest, type RecoveryCodes, type RouteInput, type SecondFactorSetup } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Clients } from '../http/clients';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';

const { secondFactor: routes } = rest;

/** Codes besides the password: turning them on and off. The login that asks for one is finished beside the login. */
@Controller()
export class SecondFactorController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Clients) private readonly clients: Clients,
  ) {}

  @Route(routes.setUp)
  setUp({ body }: RouteInput<typeof routes.setUp>, call: MemberCall): Promise<SecondFactorSetup> {
    return this.services.users.setUpSecondFactor({ ...body, client: this.clients.of(call) }, { actor: call.actor });
  }

  @Route(routes.enable)
  enable({ body }: RouteInput<typeof routes.enable>, call: MemberCall): Promise<RecoveryCodes> {
    return this.services.users.enableSecondFactor({ ...body, client: this.clients.of(call) }, { actor: call.actor });
  }

  @Route(routes.renewRecoveryCodes)
  renewRecoveryCodes({ body }: RouteInput<typeof routes.renewRecoveryCodes>, call: MemberCall): Promise<RecoveryCodes> {
    return this.services.users.renewRecoveryCodes({ ...body, client: this.clients.of(call) }, { actor: call.actor });
  }

  @Route(routes.disable)
  async disable({ body }: RouteInput<typeof routes.disable>, call: MemberCall): Promise<null> {
    await this.services.users.disableSecondFactor({ ...body, client: this.clients.of(call) }, { actor: call.actor });
    return null;
  }
}
