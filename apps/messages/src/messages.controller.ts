import { Controller } from '@nestjs/common';
import { messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { type ActorCall, Handle } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { changedRooms } from './heads/changed-rooms';
import { changesSince } from './heads/changes-since';
import { memberIds } from './heads/member-ids';
import { pageHistory } from './history/page-history';
import { appendMessage } from './message/append-message';
import { Appender } from './message/append/appender';
import { earlierTexts } from './message/earlier-texts';
import { editMessage } from './message/edit-message';
import { importMessages } from './message/import-messages';
import { reactToMessage } from './message/react-to-message';
import { removeMessage } from './message/remove-message';
import { answerRequest } from './room/answer-request';
import { checkSendable } from './room/check-sendable';
import { listMemberships, listMembershipsOf } from './room/list-memberships';
import { markRead } from './room/mark-read';
import { rankRooms } from './room/rank-rooms';
import { roomStates } from './room/room-states';
import { setBlock } from './room/set-block';
import { setMembership } from './room/set-membership';
import { setPrivacy } from './room/set-privacy';
import { searchMessages } from './search/search-messages';
import { SearchQueue } from './search/search-queue';
import { syncRooms } from './sync/sync-rooms';

type Rpc = typeof messagesRpc;
type Answer<Name extends keyof Rpc> = Promise<RpcOutput<Rpc[Name]>>;

/** The calls of the messages service, each by its verb. */
@Controller()
export class MessagesController {
  private readonly searches = new SearchQueue();

  constructor(
    private readonly db: DataSource,
    private readonly appender: Appender,
  ) {}

  @Handle(messagesRpc.append)
  append(input: RpcInput<Rpc['append']>, { actor, deadline }: ActorCall): Answer<'append'> {
    return appendMessage(this.appender, actor.userId, input, deadline);
  }

  @Handle(messagesRpc.edit)
  edit(input: RpcInput<Rpc['edit']>, { actor }: ActorCall): Answer<'edit'> {
    return editMessage(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.remove)
  remove(input: RpcInput<Rpc['remove']>, { actor }: ActorCall): Answer<'remove'> {
    return removeMessage(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.react)
  react(input: RpcInput<Rpc['react']>, { actor }: ActorCall): Answer<'react'> {
    return reactToMessage(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.page)
  page(input: RpcInput<Rpc['page']>, { actor }: ActorCall): Answer<'page'> {
    return pageHistory(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.search)
  search(input: RpcInput<Rpc['search']>, { actor, deadline }: ActorCall): Answer<'search'> {
    return this.searches.run(() => searchMessages(this.db, actor.userId, input, { deadline }));
  }

  @Handle(messagesRpc.markRead)
  markRead(input: RpcInput<Rpc['markRead']>, { actor }: ActorCall): Answer<'markRead'> {
    return markRead(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.sync)
  sync(input: RpcInput<Rpc['sync']>, { actor }: ActorCall): Answer<'sync'> {
    return syncRooms(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.roomStates)
  roomStates(input: RpcInput<Rpc['roomStates']>, { actor }: ActorCall): Answer<'roomStates'> {
    return roomStates(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.rankRooms)
  rankRooms(input: RpcInput<Rpc['rankRooms']>, { actor }: ActorCall): Answer<'rankRooms'> {
    return rankRooms(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.answerRequest)
  answerRequest(input: RpcInput<Rpc['answerRequest']>, { actor }: ActorCall): Answer<'answerRequest'> {
    return answerRequest(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.memberships)
  memberships(_input: RpcInput<Rpc['memberships']>, { actor }: ActorCall): Answer<'memberships'> {
    return listMemberships(this.db, actor.userId);
  }

  @Handle(messagesRpc.membershipsOf)
  membershipsOf(input: RpcInput<Rpc['membershipsOf']>): Answer<'membershipsOf'> {
    return listMembershipsOf(this.db, input);
  }

  @Handle(messagesRpc.checkSendable)
  checkSendable(input: RpcInput<Rpc['checkSendable']>, { actor }: ActorCall): Answer<'checkSendable'> {
    return checkSendable(this.db, actor.userId, input);
  }

  @Handle(messagesRpc.changedRooms)
  changedRooms(input: RpcInput<Rpc['changedRooms']>): Answer<'changedRooms'> {
    return changedRooms(this.db, input);
  }

  @Handle(messagesRpc.changesSince)
  changesSince(input: RpcInput<Rpc['changesSince']>): Answer<'changesSince'> {
    return changesSince(this.db, input);
  }

  @Handle(messagesRpc.memberIds)
  memberIds(input: RpcInput<Rpc['memberIds']>): Answer<'memberIds'> {
    return memberIds(this.db, input);
  }

  @Handle(messagesRpc.earlierTexts)
  earlierTexts(input: RpcInput<Rpc['earlierTexts']>): Answer<'earlierTexts'> {
    return earlierTexts(this.db, input);
  }

  @Handle(messagesRpc.setMembership)
  setMembership(input: RpcInput<Rpc['setMembership']>): Answer<'setMembership'> {
    return setMembership(this.db, input);
  }

  @Handle(messagesRpc.setBlock)
  setBlock(input: RpcInput<Rpc['setBlock']>): Answer<'setBlock'> {
    return setBlock(this.db, input);
  }

  @Handle(messagesRpc.setPrivacy)
  setPrivacy(input: RpcInput<Rpc['setPrivacy']>): Answer<'setPrivacy'> {
    return setPrivacy(this.db, input);
  }

  @Handle(messagesRpc.importMessages)
  importMessages(input: RpcInput<Rpc['importMessages']>): Answer<'importMessages'> {
    return importMessages(this.db, input);
  }
}
