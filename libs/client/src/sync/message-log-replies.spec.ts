import type { Message, MessagePage } from '@parley/contracts';
import { MessageLog } from './message-log';
import { message, page } from './message-log.fixture';

describe('MessageLog, of replies', () => {
  it('shows in replies what they answer as it is now: edited, and deleted', () => {
    const log = new MessageLog();
    const replyTo = { seq: 1, senderId: 'u', preview: 'text 1 at 1' };
    log.reset({ ...page(1, 1, 3), messages: [message(1), { ...message(2), replyTo }, message(3)], hasAfter: false });
    const previews = () => log.messages.map((each) => each.replyTo?.preview);
    log.upsert({ ...message(1, 4), text: 'Other  words' });
    expect(previews()).toEqual([undefined, 'Other words', undefined]);
    log.upsert({ ...message(1, 5), text: null });
    expect(previews()).toEqual([undefined, '', undefined]);
    expect(log.find(2)?.revision).toBe(2);
  });

  describe('of a message that is not loaded', () => {
    const source = (revision: number, text: string | null): Message => ({ ...message(5, revision), text });
    const newest = (preview = 'text 5 at 5'): MessagePage => {
      const { messages, ...rest } = page(11, 20, 20);
      const answering = { ...message(15), replyTo: { seq: 5, senderId: 'u', preview } };
      return { ...rest, messages: messages.map((each) => (each.seq === 15 ? answering : each)) };
    };
    const quoted = (log: MessageLog) => log.find(15)?.replyTo?.preview;

    it('shows in replies what it says now, and nothing any more once it is deleted', () => {
      const log = new MessageLog();
      log.reset(newest());
      log.upsert(source(22, 'Other words'));
      expect(quoted(log)).toBe('Other words');
      log.upsert(source(21, 'words in between'));
      expect(quoted(log)).toBe('Other words');
      log.upsert(source(24, null));
      log.upsert(source(23, 'late words'));
      expect([quoted(log), log.first]).toEqual(['', 11]);
    });

    it('never shows again what the page knew to be deleted', () => {
      const log = new MessageLog();
      log.reset(newest(''));
      log.upsert(source(21, 'late words'));
      expect(quoted(log)).toBe('');
    });

    it('shows it also in a page that was read before that was heard', () => {
      const log = new MessageLog();
      log.pageAsked();
      log.upsert(source(21, null));
      log.reset(newest());
      log.pageAnswered();
      expect(quoted(log)).toBe('');
    });

    it('shows it at once while another page is on its way', () => {
      const log = new MessageLog();
      log.reset(newest());
      log.pageAsked();
      log.upsert(source(21, null));
      expect(quoted(log)).toBe('');
      log.extend(page(1, 10, 20));
      log.pageAnswered();
      expect([quoted(log), log.find(5)?.text]).toEqual(['', null]);
    });

    it.each(['the newest page', 'a newer page'])(
      'shows it in %s that was read before that was heard, also where it was loaded itself',
      (which) => {
        const log = new MessageLog();
        const at = '2026-01-02T00:00:00.000Z';
        log.reset({ ...page(1, 10, 20), hasAfter: true });
        log.pageAsked();
        log.upsert({ ...source(21, 'Other words'), editedAt: at });
        log.upsert({ ...source(22, null), deletedAt: at });
        log.upsert({ ...source(21, 'late words'), editedAt: at });
        expect(log.find(5)?.text).toBeNull();
        if (which === 'a newer page') log.extend(newest());
        else log.reset(newest());
        log.pageAnswered();
        expect([quoted(log), log.first]).toEqual(['', which === 'a newer page' ? 1 : 11]);
      },
    );

    it('shows it also in the second of two such pages, with news at the end of the run meanwhile', () => {
      const log = new MessageLog();
      log.reset(page(1, 10, 10));
      log.pageAsked();
      log.pageAsked();
      log.upsert({ ...source(21, null), deletedAt: '2026-01-02T00:00:00.000Z' });
      log.upsert(message(11));
      log.reset({ ...page(1, 10, 20), hasAfter: true });
      log.pageAnswered();
      log.reset(newest());
      log.pageAnswered();
      expect([quoted(log), log.first]).toEqual(['', 11]);
    });

    it('believes a page that knows more of it than what was heard meanwhile', () => {
      const log = new MessageLog();
      log.pageAsked();
      log.upsert({ ...source(21, 'words in between'), editedAt: '2026-01-02T00:00:00.000Z' });
      const { messages, ...rest } = newest('Other words');
      const before = page(1, 10, 20).messages.map((each) => (each.seq === 5 ? source(22, 'Other words') : each));
      log.reset({ ...rest, messages: [...before, ...messages], hasBefore: false });
      log.pageAnswered();
      expect([quoted(log), log.find(5)?.text]).toEqual(['Other words', 'Other words']);
    });

    it('believes what was heard before a page was asked for rather than what comes late', () => {
      const log = new MessageLog();
      const editedAt = '2026-01-02T00:00:00.000Z';
      log.reset({ ...page(1, 10, 20), hasAfter: true });
      log.upsert({ ...source(22, 'Other words'), editedAt });
      log.pageAsked();
      log.upsert({ ...source(21, 'late words'), editedAt });
      log.reset(newest('Other words'));
      log.pageAnswered();
      expect(quoted(log)).toBe('Other words');
    });

    it('changes nothing where nothing that is shown quotes it', () => {
      const log = new MessageLog();
      log.reset(newest());
      const before = log.messages;
      log.upsert({ ...message(4, 21), text: null });
      log.upsert(source(22, 'text 5 at 5'));
      expect(log.messages).toBe(before);
    });
  });
});
