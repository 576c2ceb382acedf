import type { MessagePage } from '@parley/contracts';
import fc from 'fast-check';
import { MessageLog } from './message-log';
import { message, page } from './message-log.fixture';

/** The page that a server would answer whose room has kept the messages from `from` on. */
const kept = (from: number, to: number, lastSeq: number): MessagePage => ({
  ...page(from, to, lastSeq),
  hasBefore: false,
});

const seqs = (log: MessageLog): number[] => log.messages.map(({ seq }) => seq);

describe('MessageLog', () => {
  it('holds back what comes before its turn, and shows it in order once the gap is filled', () => {
    const log = new MessageLog();
    log.reset(page(1, 3, 3));
    log.upsert(message(6));
    log.upsert(message(5));
    expect(seqs(log)).toEqual([1, 2, 3]);
    expect(log.gapAfter).toBe(3);
    log.upsert(message(4));
    expect(seqs(log)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(log.gapAfter).toBeNull();
  });

  it('keeps what was heard while the first page was on its way', () => {
    const log = new MessageLog();
    log.pageAsked();
    log.upsert(message(3));
    log.upsert(message(2, 9));
    log.reset(page(1, 2, 2));
    expect(log.pageAnswered()).toBe(false);
    expect(seqs(log)).toEqual([1, 2, 3]);
    expect(log.find(2)?.revision).toBe(9);
  });

  it('goes on showing what was heard while the newest page was on its way', () => {
    const log = new MessageLog();
    log.reset(page(1, 10, 10));
    log.pageAsked();
    log.upsert(message(11));
    log.upsert(message(12));
    expect(log.last).toBe(12);
    log.reset(page(5, 10, 10));
    log.pageAnswered();
    expect(seqs(log)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(log.gapAfter).toBeNull();
  });

  it('passes over a newest page that ends before all that is shown', () => {
    const log = new MessageLog();
    log.reset(page(50, 60, 60));
    log.reset(page(1, 40, 40));
    expect([log.first, log.last, log.isFollowing]).toEqual([50, 60, true]);
  });

  it('leaves the newest for a page from the middle of the history', () => {
    const log = new MessageLog();
    log.reset(page(50, 60, 60));
    log.reset(page(40, 55, 60));
    expect([log.first, log.last, log.isFollowing]).toEqual([40, 55, false]);
  });

  it('begins with the first message that is kept', () => {
    const log = new MessageLog();
    log.reset(kept(301, 350, 350));
    expect(log.hasBefore).toBe(false);
    expect(log.unreadAfter(10, 'me')).toBe(50);
    log.keepLast(10);
    expect(log.hasBefore).toBe(true);
    log.extend(kept(301, 340, 350));
    expect([log.first, log.hasBefore]).toEqual([301, false]);
  });

  it('asks for nothing older once an older page is empty', () => {
    const log = new MessageLog();
    log.reset(page(20, 30, 30));
    expect(log.hasBefore).toBe(true);
    log.extend({ messages: [], hasBefore: false, hasAfter: true, lastSeq: 30 });
    expect([log.first, log.last, log.hasBefore]).toEqual([20, 30, false]);
  });

  it('goes on with what is kept where all that follows the run was dropped', () => {
    const log = new MessageLog();
    log.reset(page(1, 50, 50));
    log.upsert(message(400));
    expect(log.gapAfter).toBe(50);
    log.extend({ ...kept(301, 350, 400), hasAfter: true });
    expect([log.first, log.last, log.gapAfter, log.hasBefore]).toEqual([301, 350, 350, false]);
    log.extend(page(351, 399, 400));
    expect([log.first, log.last, log.gapAfter]).toEqual([301, 400, null]);
  });

  it('is empty where everything was dropped, and goes on with the next message', () => {
    const log = new MessageLog();
    log.reset(page(1, 3, 3));
    log.headIsAt(9);
    log.extend({ messages: [], hasBefore: false, hasAfter: false, lastSeq: 9 });
    expect([seqs(log), log.gapAfter, log.hasBefore, log.hasAfter]).toEqual([[], null, false, false]);
    log.upsert(message(10));
    expect(seqs(log)).toEqual([10]);
  });

  it('never takes an older state of a message for a newer one', () => {
    const log = new MessageLog();
    log.reset(page(1, 2, 2));
    log.upsert(message(1, 7));
    log.upsert(message(1, 5));
    log.extend(page(1, 2, 2));
    expect(log.find(1)?.revision).toBe(7);
  });

  it('takes what is heard of an older message while the page with it is on its way for newer than the page', () => {
    const log = new MessageLog();
    log.reset(page(10, 20, 20));
    log.pageAsked();
    log.upsert(message(5, 99));
    log.extend(page(1, 9, 20));
    log.pageAnswered();
    expect(log.find(5)?.revision).toBe(99);
  });

  it('says that a page may be stale where it had to let go of what was heard meanwhile', () => {
    const log = new MessageLog();
    log.pageAsked();
    for (let seq = 1; seq <= 501; seq++) log.upsert(message(seq, 1_000 + seq));
    log.reset(page(1, 600, 600));
    expect(log.pageAnswered()).toBe(true);
    log.pageAsked();
    log.reset(page(1, 600, 600));
    expect(log.pageAnswered()).toBe(false);
  });

  it('takes any number of new messages in while a page is on its way', () => {
    const log = new MessageLog();
    log.reset(page(100, 110, 110));
    log.pageAsked();
    for (let seq = 111; seq <= 710; seq++) log.upsert(message(seq));
    log.extend(page(1, 99, 110));
    expect([log.pageAnswered(), log.first, log.last]).toEqual([false, 1, 710]);
  });

  it('counts what is unread only where it has all of it', () => {
    const log = new MessageLog();
    log.reset(page(5, 9, 9));
    expect([log.unreadAfter(6, 'me'), log.unreadAfter(6, 'u'), log.unreadAfter(3, 'me')]).toEqual([3, 0, null]);
    log.headIsAt(10);
    expect(log.unreadAfter(6, 'me')).toBeNull();
  });

  it('does not add to a run in the middle of the history what belongs at its far end', () => {
    const log = new MessageLog();
    log.reset(page(10, 20, 100));
    log.upsert(message(101));
    expect(seqs(log).at(-1)).toBe(20);
    expect(log.hasAfter).toBe(true);
    expect(log.gapAfter).toBeNull();
    log.extend(page(21, 101, 101));
    expect(log.hasAfter).toBe(false);
    log.upsert(message(102));
    expect(seqs(log).at(-1)).toBe(102);
  });

  it('passes over a page that does not touch the run', () => {
    const log = new MessageLog();
    log.reset(page(50, 60, 60));
    log.extend(page(1, 20, 60));
    expect(seqs(log)[0]).toBe(50);
  });

  it('is one rising run without a hole or a double, in the newest state seen, whatever comes in whatever order', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('fact' as const),
        seq: fc.integer({ min: 1, max: 60 }),
        bump: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({ kind: fc.constant('older' as const) }),
      fc.record({ kind: fc.constant('newer' as const) }),
      fc.record({ kind: fc.constant('letGo' as const), keep: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('around' as const), seq: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = new MessageLog();
        // The server: the room's messages with their present revision. A fact may be late, a page never is.
        const present = new Map(Array.from({ length: 40 }, (_, i) => [i + 1, i + 1]));
        const answer = (from: number, to: number): MessagePage => {
          const { messages, ...rest } = page(from, to, present.size);
          return { ...rest, messages: messages.map(({ seq }) => message(seq, present.get(seq))) };
        };
        for (const each of steps) {
          if (each.kind === 'fact') {
            for (let seq = present.size + 1; seq <= each.seq; seq++) present.set(seq, seq);
            const revision = each.seq + 100 * each.bump;
            present.set(each.seq, Math.max(revision, present.get(each.seq) ?? 0));
            log.upsert(message(each.seq, revision));
          } else if (each.kind === 'older') log.extend(answer(log.first - 7, log.first - 1));
          else if (each.kind === 'letGo') log.keepLast(each.keep);
          else if (each.kind === 'newer') log.extend(answer(log.last + 1, log.last + 7));
          else log.reset(answer(each.seq - 3, each.seq + 3));
          expect(seqs(log)).toEqual(seqs(log).map((_, i) => log.first + i));
        }
        for (let after = log.gapAfter; after !== null; after = log.gapAfter) log.extend(answer(after + 1, after + 50));
        if (log.loaded && !log.hasAfter) expect(log.last).toBe(present.size);
        if (log.messages.length > 0) log.extend(answer(log.first, log.last));
        for (const { seq, revision } of log.messages) expect(revision).toBe(present.get(seq));
        // What was let go of comes again.
        const { last } = log;
        while (log.hasBefore) log.extend(answer(log.first - 7, log.first - 1));
        if (log.loaded) expect(seqs(log)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
      }),
    );
  });
});
