import { setTimeout as pause } from 'node:timers/promises';
import { Controller, type Type } from '@nestjs/common';
import { messagesRpc, ParleyError, type RpcInput, type RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { die, type Failpoints, type Plant } from '@parley/server-failpoints';
import { type ActorCall, Handle } from '@parley/server-rpc';
import type { DataSource } from 'typeorm';
import { type Commit, commitMessages, type Outcome } from '../message/append/commit-messages';
import { MessagesController } from '../messages.controller';
import type { MessagesParts } from '../messages.module';

type Rpc = typeof messagesRpc;
type Answer<Name extends keyof Rpc> = Promise<RpcOutput<Rpc[Name]>>;

/** How long an answer runs ahead of its commit where that mistake is planted, and how often the commit then fails. */
const AHEAD_MS = 100;
const ROLLED_BACK = 0.05;

class RolledBack extends Error {}

/** The service's parts with failpoints `beforeCommit` and `afterCommit` around sending, and with the mistake that is planted. */
export function faultyParts(failpoints: Failpoints, plant: Plant | undefined): MessagesParts {
  return {
    controller: faultyController(plant),
    commit: (db) => faultyCommit(db, failpoints, plant),
  };
}

function faultyCommit(db: DataSource, failpoints: Failpoints, plant: Plant | undefined): Commit {
  const commit = commitMessages(db);
  return async (messages, waits) => {
    if (plant === 'acknowledgeBeforeCommit' || plant === 'publishBeforeCommit') return ahead(db, messages, waits);
    if (failpoints.passes('beforeCommit')) {
      return transaction(db, async (manager) => {
        await commitMessages(manager)(messages, waits);
        return die();
      });
    }
    if (plant === 'logTexts') process.stdout.write(`${JSON.stringify({ level: 40, msg: 'stored', messages })}\n`);
    const outcomes = await commit(messages, waits);
    return failpoints.passes('afterCommit') ? die() : outcomes;
  };
}

/** Answers before the commit. A commit that never comes takes back what was answered. */
function ahead(db: DataSource, ...[messages, waits]: Parameters<Commit>): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    transaction(db, async (manager) => {
      const outcomes = await commitMessages(manager)(messages, waits);
      resolve(outcomes);
      await pause(AHEAD_MS);
      if (outcomes.some(({ kind }) => kind === 'created') && Math.random() < ROLLED_BACK) throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

function faultyController(plant: Plant | undefined): Type<MessagesController> {
  @Controller()
  class FaultyController extends MessagesController {
    @Handle(messagesRpc.roomStates)
    override async roomStates(input: RpcInput<Rpc['roomStates']>, call: ActorCall): Answer<'roomStates'> {
      const { states } = await super.roomStates(input, call);
      const more = plant === 'unreadOffByOne' ? 1 : 0;
      return { states: states.map((state) => ({ ...state, unreadCount: state.unreadCount + more })) };
    }

    @Handle(messagesRpc.page)
    override async page(input: RpcInput<Rpc['page']>, call: ActorCall): Answer<'page'> {
      try {
        return await super.page(input, call);
      } catch (error) {
        const tells = plant === 'tellsExistence' && error instanceof ParleyError && error.code === 'not_found';
        throw tells ? new ParleyError('forbidden', 'You are not in this room.') : error;
      }
    }

    @Handle(messagesRpc.edit)
    override async edit(input: RpcInput<Rpc['edit']>, call: ActorCall): Answer<'edit'> {
      if (plant !== 'forgetsEdits') return super.edit(input, call);
      const { messages } = await super.page({ roomId: input.roomId, around: input.seq, limit: 1 }, call);
      const text = messages.find(({ seq }) => seq === input.seq)?.text ?? null;
      const answer = await super.edit(input, call);
      if (text !== null) await super.edit({ ...input, text }, call);
      return answer;
    }

    @Handle(messagesRpc.sync)
    override async sync(input: RpcInput<Rpc['sync']>, call: ActorCall): Answer<'sync'> {
      const answer = await super.sync(input, call);
      return plant === 'noGapFetch' ? { ...answer, rooms: {} } : answer;
    }

    @Handle(messagesRpc.changedRooms)
    override async changedRooms(input: RpcInput<Rpc['changedRooms']>): Answer<'changedRooms'> {
      const answer = await super.changedRooms(input);
      return plant === 'noGapFetch' ? { ...answer, rooms: [] } : answer;
    }
  }
  return FaultyController;
}
