import { setTimeout as pause } from 'node:timers/promises';
import type { RedisKind } from '@parley/testing';
import { checkFrozen } from './check/check-times';
import { judge } from './check/checker';
import { Secrets } from './check/secrets';
import { DatabaseWitness } from './history/database-witness';
import { Journal } from './history/journal';
import { Chapter } from './load/chapter';
import { FirstContact } from './load/first-contact';
import { Hearing } from './load/hearing';
import { Load } from './load/load';
import { gatherPeople } from './load/people';
import { Prying } from './load/prying';
import type { Fault } from './nemesis/fault';
import { Nemesis, type Done } from './nemesis/nemesis';
import { findInLogs } from './check/find-in-logs';
import { Random } from './random';
import { addChapter, newTally, type Tally } from './report/tally';
import { LagMeter } from './rig/lag-meter';
import { startRig, type Rig } from './rig/rig';

export interface CampaignOptions {
  readonly seed: number;
  /** Ends after the chapter in which so many minutes, or so many stretches of faults, have passed. */
  readonly minutes: number;
  readonly stretches?: number;
  /** Each fault once in a stretch, in their order, instead of such as chance brings. */
  readonly eachOnce?: boolean;
  /** Whether PostgreSQL is on a disk that can be filled; needs root on Linux. */
  readonly smallDisk?: boolean;
  /** What Redis is between the gateways; a single server by default. */
  readonly redis?: RedisKind | undefined;
  /** Whether it is looked after each stretch if every gateway hears the others by way of Redis. */
  readonly hearing?: boolean;
  readonly faults: readonly Fault[];
  readonly plant?: string | undefined;
  /** A mistake that is planted into the database. */
  readonly plantSql?: string | undefined;
  readonly people: number;
  readonly libraryEach: number;
  readonly rooms: number;
  readonly roomMembers: number;
  readonly perSecond: number;
  readonly journal?: string | undefined;
  /** How long it may take until everybody has everything; a minute by default. */
  readonly quietMs?: number;
  readonly log: (line: string) => void;
}

/** Stretches after which everything is held against the invariants, and other rooms are opened. */
const STRETCHES_A_CHAPTER = 3;
const QUIET_MS = 60_000;

/** Load, faults, healing, quiet, a final read; again and again. */
export async function runCampaign(options: CampaignOptions): Promise<Tally> {
  const { seed, minutes, stretches = Infinity, redis = 'single', log } = options;
  const tally = newTally(seed, options.plant);
  const journal = new Journal(options.journal);
  const rig = await startRig({ plant: options.plant, smallDisk: options.smallDisk ?? false, redis, log });
  const closing: (() => void)[] = [];
  // The client library runs in this process: an error that it leaves to nobody is one of its mistakes.
  const onUnhandled = (error: unknown): void => {
    const detail = `left to nobody: ${error instanceof Error ? error.stack : String(error)}`;
    tally.violations.push({ invariant: 'I1', harm: 'wrong', room: '', detail });
    log(detail);
  };
  process.on('unhandledRejection', onUnhandled);
  try {
    const random = new Random(seed);
    const database = new DatabaseWitness(rig.messagesUrl);
    if (options.plantSql !== undefined) await database.run(options.plantSql);
    const secrets = new Secrets();
    const { members, strangers, visitor } = await gatherPeople({
      ...{ rig, journal, random: new Random(seed + 1), secrets },
      ...{ count: options.people, libraryEach: options.libraryEach },
      onSignedOut(name, reason) {
        const detail = `${name} was signed out after ${(journal.now() / 60_000).toFixed(1)} min: ${reason}`;
        tally.violations.push({ invariant: 'I1', harm: 'signed out', room: '', detail });
        log(detail);
      },
    });
    const people = [...members, ...strangers, visitor];
    closing.push(...people.map((member) => () => member.close()));
    const [asker, asked] = strangers;
    if (!asker || !asked) throw new Error('There are no strangers.');
    const nonce = secrets.make([asker.userId, asked.userId]);
    const contact = await FirstContact.begin(asker, asked, nonce);
    closing.push(() => contact.end());
    const hearing = options.hearing ? await Hearing.begin(rig, members, new Random(seed + 4)) : null;
    closing.push(() => hearing?.end());
    const prying = new Prying(strangers, new Random(seed + 3));
    const meter = new LagMeter(() => journal.now());
    closing.push(() => meter.stop());
    log(`${members.length} people are there`);
    const nemesis = new Nemesis(options.faults, new Random(seed + 2));
    const size = { rooms: options.rooms, members: options.roomMembers };
    const begin = performance.now();
    const isOver = (): boolean => performance.now() - begin > minutes * 60_000 || count >= stretches;
    let load: Load | undefined;
    let count = 0;
    while (!isOver()) {
      const chapter = await Chapter.begin(members, size, { database, journal, random, secrets });
      load ??= new Load(chapter, journal, random, { perSecond: options.perSecond, atOnce: 400 });
      load.turnTo(chapter);
      prying.start(chapter);
      const done: Done[] = [];
      for (let index = 0; index < STRETCHES_A_CHAPTER && !isOver(); index++, count++) {
        const ends = endsOf(rig);
        load.start();
        await pause(1_000);
        const surroundings = { rig, random, journal, database, load, chapter, visitor };
        const stretch = await (options.eachOnce ? nemesis.eachOnce(surroundings) : nemesis.stretch(surroundings));
        done.push(...stretch);
        await pause(500);
        await load.stop();
        await converge(chapter, tally, options.quietMs ?? QUIET_MS, log);
        if (hearing !== null) chapter.timings.push(await hearing.time(journal));
        noteExits(rig, ends, stretch, tally);
      }
      await prying.stop();
      chapter.leaks.push(...people.flatMap(({ bare }) => bare.leaks.splice(0)));
      const evidence = await chapter.evidence(done, meter.take());
      const { violations, excused } = judge(evidence);
      violations.push(...chapter.breaches);
      tally.violations.push(...violations);
      tally.excused.push(...excused);
      addChapter(tally, evidence, done);
      addLatencies(tally, load, done);
      tally.minutes = (performance.now() - begin) / 60_000;
      const failed = violations.length === 0 ? 'nothing broken' : `${violations.length} VIOLATIONS`;
      const spared = excused.length === 0 ? '' : `, ${excused.length} excused`;
      log(
        `${tally.minutes.toFixed(1)} min: ${tally.injections.length} injections, ${tally.sent.ok} acknowledged, ${failed}${spared}`,
      );
      for (const { invariant, detail } of violations.slice(0, 10)) log(`  ${invariant}: ${detail}`);
      chapter.end();
    }
    tally.violations.push(...checkFrozen(tally.latencies));
    tally.violations.push(...(await findInLogs(rig.running.dataDir, secrets)));
  } catch (error) {
    // What was seen until then counts all the same.
    const detail = `the campaign ended before its time: ${error instanceof Error ? error.stack : String(error)}`;
    tally.violations.push({ invariant: 'I1', harm: 'wrong', room: '', detail });
    log(detail);
  } finally {
    process.off('unhandledRejection', onUnhandled);
    for (const close of closing) close();
    await rig.stop();
    await journal.close();
  }
  return tally;
}

/** Waits until every member has everything, and notes how long that took. */
async function converge(chapter: Chapter, tally: Tally, quietMs: number, log: (line: string) => void): Promise<void> {
  const since = performance.now();
  const heads = await chapter.heads();
  let behind = chapter.behind(heads);
  while (behind.length > 0 && performance.now() - since < quietMs) {
    await pause(100);
    behind = chapter.behind(heads);
  }
  const took = performance.now() - since;
  tally.convergence.push(took);
  if (behind.length > 0) {
    log(`not everybody has everything after ${Math.round(took)} ms: ${behind.slice(0, 12).join(', ')}`);
    tally.notes.push(
      `${behind.length} were still behind after ${Math.round(took / 1_000)} s: ${behind.slice(0, 5).join(', ')}`,
    );
  }
}

function endsOf({ running }: Rig): Map<string, number> {
  return new Map([...running.system.processes].map(([name, { ends }]) => [name, ends]));
}

/** A process that ends although nobody has ended it. */
function noteExits(rig: Rig, before: ReadonlyMap<string, number>, done: readonly Done[], tally: Tally): void {
  for (const [name, ends] of endsOf(rig)) {
    if (ends <= (before.get(name) ?? 0) || done.some(({ targets }) => targets.includes(name))) continue;
    const { lastEnd } = rig.process(name);
    tally.violations.push({
      invariant: 'I1',
      harm: 'wrong',
      room: '',
      detail: `${name} ended by itself (${lastEnd?.reason})`,
    });
  }
}

function addLatencies(tally: Tally, load: Load, done: readonly Done[]): void {
  const frozen = done.filter(({ kind, effect }) => kind === 'F4' && effect !== null);
  for (const { t, ms } of load.latencies.splice(0)) {
    const during = (each: Done): boolean => t - ms < each.until && t > each.from;
    const hits = done.filter(during);
    if (hits.length === 0) tally.latencies.calm.push(ms);
    else if (hits.every((each) => frozen.includes(each))) tally.latencies.redisFrozen.push(ms);
  }
}
