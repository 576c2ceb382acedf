import { Controller, Inject } from '@nestjs/common';
import { rest, type RouteInput } from '@parley/contracts';
import { MessageCommands, type Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Answer, Route, type Answered } from '../http/route.decorator';
import { SERVICES } from '../tokens';
import { SearchLanguages } from './search-languages';

const { messages: routes } = rest;

/** History, and the commands on messages that sockets offer as well. */
@Controller()
export class MessagesController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(MessageCommands) private readonly commands: MessageCommands,
    @Inject(SearchLanguages) private readonly languages: SearchLanguages,
  ) {}

  @Route(routes.history)
  history({ params, query }: RouteInput<typeof routes.history>, { actor }: MemberCall) {
    return this.services.messages.page({ roomId: params.id, ...query }, { actor });
  }

  @Route(routes.search)
  async search({ query }: RouteInput<typeof routes.search>, { actor, request }: MemberCall) {
    const languages = await this.languages.of(actor, request.headers['accept-language']);
    return this.services.messages.search({ ...query, languages }, { actor });
  }

  @Route(routes.send)
  async send(
    { params, body }: RouteInput<typeof routes.send>,
    { actor }: MemberCall,
  ): Promise<Answered<typeof routes.send>> {
    const { message, created } = await this.commands.send(actor, { roomId: params.id, ...body });
    return created ? new Answer(201, message) : new Answer(200, message);
  }

  @Route(routes.edit)
  edit({ params, body }: RouteInput<typeof routes.edit>, { actor }: MemberCall) {
    return this.commands.edit(actor, { roomId: params.id, seq: params.seq, text: body.text });
  }

  @Route(routes.remove)
  remove({ params }: RouteInput<typeof routes.remove>, { actor }: MemberCall) {
    return this.commands.remove(actor, { roomId: params.id, seq: params.seq });
  }

  @Route(routes.react)
  react({ params: { id, seq, emoji } }: RouteInput<typeof routes.react>, { actor }: MemberCall) {
    return this.commands.react(actor, { roomId: id, seq, emoji, on: true });
  }

  @Route(routes.unreact)
  unreact({ params: { id, seq, emoji } }: RouteInput<typeof routes.unreact>, { actor }: MemberCall) {
    return this.commands.react(actor, { roomId: id, seq, emoji, on: false });
  }
}
