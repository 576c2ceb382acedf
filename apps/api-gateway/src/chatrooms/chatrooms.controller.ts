import { Controller, Inject } from '@nestjs/common';
import { rest, type RouteInput } from '@parley/contracts';
import { MessageCommands, RoomCommands, RoomReader } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { JsonLines } from '../http/json-lines';
import { Answer, Route, type Answered } from '../http/route.decorator';
import { ExportRoom } from './export-room';

const { chatrooms: routes } = rest;

/** Rooms, their members, and what a member set for a room. */
@Controller()
export class ChatroomsController {
  constructor(
    @Inject(RoomReader) private readonly rooms: RoomReader,
    @Inject(RoomCommands) private readonly commands: RoomCommands,
    @Inject(MessageCommands) private readonly messages: MessageCommands,
    @Inject(ExportRoom) private readonly exporting: ExportRoom,
  ) {}

  @Route(routes.overview)
  overview({ query }: RouteInput<typeof routes.overview>, { actor }: MemberCall) {
    return this.rooms.overview(actor, query);
  }

  @Route(routes.create)
  async create(
    { body }: RouteInput<typeof routes.create>,
    { actor, request }: MemberCall,
  ): Promise<Answered<typeof routes.create>> {
    const idempotencyKey = idempotencyKeyOf(request);
    const { room, created } = await this.commands.create(actor, {
      room: body,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return created ? new Answer(201, room) : new Answer(200, room);
  }

  @Route(routes.get)
  get({ params }: RouteInput<typeof routes.get>, { actor }: MemberCall) {
    return this.rooms.room(actor, params.id);
  }

  @Route(routes.export)
  async export({ params }: RouteInput<typeof routes.export>, { actor }: MemberCall) {
    return new JsonLines(await this.exporting.lines(actor, params.id));
  }

  @Route(routes.rename)
  rename({ params, body }: RouteInput<typeof routes.rename>, { actor }: MemberCall) {
    return this.commands.rename(actor, { roomId: params.id, title: body.title });
  }

  @Route(routes.setMine)
  setMine({ params, body }: RouteInput<typeof routes.setMine>, { actor }: MemberCall) {
    return this.commands.setMine(actor, { roomId: params.id, settings: body });
  }

  @Route(routes.answerRequest)
  answerRequest({ params, body }: RouteInput<typeof routes.answerRequest>, { actor }: MemberCall) {
    return this.commands.answerRequest(actor, { roomId: params.id, accept: body.accept });
  }

  @Route(routes.markRead)
  markRead({ params, body }: RouteInput<typeof routes.markRead>, { actor }: MemberCall) {
    return this.messages.markRead(actor, { roomId: params.id, seq: body.seq });
  }

  @Route(routes.invite)
  invite({ params, body }: RouteInput<typeof routes.invite>, { actor }: MemberCall) {
    return this.commands.invite(actor, { roomId: params.id, memberIds: body.memberIds });
  }

  @Route(routes.removeMember)
  async removeMember({ params }: RouteInput<typeof routes.removeMember>, { actor }: MemberCall): Promise<null> {
    await this.commands.removeMember(actor, { roomId: params.id, userId: params.userId });
    return null;
  }
}
