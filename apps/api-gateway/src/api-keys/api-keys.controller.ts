import { Controller, Inject } from '@nestjs/common';
import { rest, type NewApiKey, type RouteInput } from '@parley/contracts';
import { SessionCommands, type Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';

const { apiKeys: routes } = rest;

/** One's own API keys. */
@Controller()
export class ApiKeysController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
  ) {}

  @Route(routes.create)
  create({ body }: RouteInput<typeof routes.create>, { actor, request }: MemberCall): Promise<NewApiKey> {
    const idempotencyKey = idempotencyKeyOf(request);
    const input = { ...body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
    return this.services.users.createApiKey(input, { actor });
  }

  @Route(routes.list)
  list(_: unknown, { actor }: MemberCall) {
    return this.services.users.listApiKeys({}, { actor });
  }

  @Route(routes.remove)
  async remove({ params }: RouteInput<typeof routes.remove>, { actor }: MemberCall): Promise<null> {
    await this.sessions.deleteApiKey(actor, params.id);
    return null;
  }
}
