import type { ErrorCode } from '@parley/contracts';
import type { Setting } from './setting';

/**
 * Who asks, each with an account of their own. `former` was in the group and is out; `blocker` has blocked `blocked`, and both are in the
 * group; nobody divides the others. Two more are made of these by the walk: a stranger without a token, and keys of the owner's.
 */
export const callers = ['outsider', 'former', 'blocked', 'blocker', 'member', 'owner'] as const;
export type Caller = (typeof callers)[number];

/**
 * Where something is asked: in the group; in a direct room, which is the divided pair's to those two and the owner's and the member's to
 * everybody else; in a room that is the owner's request to the former member; or in no room.
 */
export type Place = 'group' | 'direct' | 'request' | 'nowhere';

/** What is answered: an HTTP status or an error's code; where a list is answered to everybody, whether what the case is about stands in it. */
export type Outcome = number | 'ok' | 'shown' | 'hidden' | ErrorCode;
export type Outcomes = Readonly<Record<Caller, Outcome>>;

/** One thing to ask of a route or a command, and what each caller is answered. */
export interface Case<Asked = unknown, Data = unknown> {
  readonly place?: Place;
  readonly answers: Outcomes;
  /** Whether it ends the session that it is asked with: then each caller signs in once more for it. */
  readonly endsSession?: boolean;
  ask(setting: Setting): Asked | Promise<Asked>;
  /** Whether what the case is about stands in the answer. */
  shows?(data: Data, setting: Setting): boolean;
}

/** The cases of one route or command by what they are about. Keys are tried with the first. */
export type Rule<Asked = unknown, Data = unknown> = Readonly<Record<string, Case<Asked, Data>>>;

/** Everybody is answered alike: it is about the caller alone. */
export const everybody = (outcome: Outcome): Outcomes => ({
  ...{ outsider: outcome, former: outcome, blocked: outcome, blocker: outcome, member: outcome, owner: outcome },
});

/** About somebody who is divided from both `blocked` and `blocker`, by a block of either kind. */
export const acrossABlock = (free: Outcome, divided: Outcome): Outcomes => ({
  ...everybody(free),
  ...{ blocked: divided, blocker: divided },
});

/** In the group: a block between two members changes nothing in it, and who is not in it learns nothing of it. */
export const inGroup = (member: Outcome, owner: Outcome = member, outside: Outcome = 'not_found'): Outcomes => ({
  ...everybody(member),
  ...{ owner, outsider: outside, former: outside },
});

/** In a direct room, which has no owner. */
export const inDirect = (open: Outcome, divided: Outcome = open, outside: Outcome = 'not_found'): Outcomes => ({
  ...acrossABlock(open, divided),
  ...{ outsider: outside, former: outside },
});
