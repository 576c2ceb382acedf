import { signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { RoomStore } from '@parley/web-data-access';
import { words } from '@parley/web-ui/testing';
import { Announcer } from './announcer';

interface Said {
  readonly seq: number;
  readonly senderId: string;
  readonly text: string | null;
}

const said = (seq: number, senderId: string, text: string | null = `text ${seq}`): Said => ({ seq, senderId, text });

/** The part of a room's store that is listened to. */
class ARoom {
  readonly roomId = signal('one');
  readonly status = signal('ready');
  readonly myId = signal('me');
  readonly lastSeq = signal(0);
  readonly hasAfter = signal(false);
  readonly item = signal<{ readonly lastMessage: { readonly senderId: string } } | null>(null);
  readonly members = signal(new Map([['ana', { displayName: 'Ana' }]]));
  readonly messages = signal<readonly Said[]>([said(1, 'ana'), said(2, 'me')]);
}

async function listen() {
  const room = new ARoom();
  const { fixture } = await render(Announcer, {
    imports: [words],
    providers: [{ provide: RoomStore, useValue: room }],
  });
  const log = screen.getByRole('log');
  return {
    room,
    log,
    lines: () => Array.from(log.children, (line) => line.textContent),
    hear: async (...more: Said[]) => {
      room.messages.update((messages) => [...messages, ...more]);
      fixture.detectChanges();
    },
    wait: (ms: number) => {
      jest.advanceTimersByTime(ms);
      fixture.detectChanges();
    },
    fixture,
  };
}

describe('Announcer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says who, then what, politely and gathered, and nothing that was there before', async () => {
    const { log, lines, hear, wait } = await listen();
    expect(log).toHaveAttribute('aria-live', 'polite');
    wait(1_000);
    expect(lines()).toEqual([]);
    await hear(said(3, 'ana', 'hello'));
    await hear(said(4, 'ana', 'are you there'));
    wait(799);
    expect(lines()).toEqual([]);
    wait(1);
    expect(lines()).toEqual(['Ana: hello', 'Ana: are you there']);
    await hear(said(5, 'ana', 'hello'));
    wait(800);
    expect(lines()).toEqual(['Ana: hello', 'Ana: are you there', 'Ana: hello']);
  });

  it('says nothing of one’s own, of what was deleted, and of older pages', async () => {
    const { room, lines, hear, wait, fixture } = await listen();
    await hear(said(3, 'me'), said(4, 'ana', null));
    room.messages.update((messages) => [said(0, 'ana', 'long ago'), ...messages]);
    fixture.detectChanges();
    wait(2_000);
    expect(lines()).toEqual([]);
  });

  it('says only how many where many come at once', async () => {
    const { lines, hear, wait } = await listen();
    await hear(...Array.from({ length: 40 }, (_, index) => said(index + 3, 'ana')));
    wait(800);
    expect(lines()).toEqual(['40 new messages']);
  });

  /** Somebody writes at the end of a room in whose middle one is. */
  const writes = ({ room, fixture }: Awaited<ReturnType<typeof listen>>, seq: number, senderId: string): void => {
    room.lastSeq.set(seq);
    room.item.set({ lastMessage: { senderId } });
    fixture.detectChanges();
  };

  it('says in the middle of the history that there is something new below, and does not read it out again there', async () => {
    const listening = await listen();
    const { room, lines, wait, hear } = listening;
    room.hasAfter.set(true);
    room.lastSeq.set(90);
    wait(1_000);
    // All that was there before as well: it is no news that one is far from the end.
    room.roomId.set('another');
    writes(listening, 90, 'ana');
    wait(1_000);
    expect(lines()).toEqual([]);
    writes(listening, 91, 'ana');
    writes(listening, 92, 'ana');
    wait(799);
    expect(lines()).toEqual([]);
    wait(1);
    expect(lines()).toEqual(['New messages below']);
    writes(listening, 93, 'me');
    wait(1_000);
    expect(lines()).toEqual(['New messages below']);
    writes(listening, 94, 'ana');
    wait(1_000);
    expect(lines()).toEqual(['New messages below', 'New messages below']);

    room.hasAfter.set(false);
    await hear(said(91, 'ana'), said(92, 'ana'), said(93, 'me'), said(94, 'ana'));
    await hear(said(95, 'ana', 'there you are'));
    wait(1_000);
    expect(lines().slice(2)).toEqual(['Ana: there you are']);
  });

  it('takes a gap that is just being filled for what it is', async () => {
    const listening = await listen();
    const { room, lines, wait, hear } = listening;
    room.hasAfter.set(true);
    writes(listening, 4, 'ana');
    wait(300);
    room.hasAfter.set(false);
    await hear(said(3, 'ana', 'one'), said(4, 'ana', 'two'));
    wait(1_000);
    expect(lines()).toEqual(['Ana: one', 'Ana: two']);
  });

  it('keeps what was said in one room out of another', async () => {
    const { room, lines, hear, wait, fixture } = await listen();
    await hear(said(3, 'ana', 'secret'));
    room.roomId.set('two');
    room.messages.set([said(1, 'ana')]);
    fixture.detectChanges();
    wait(2_000);
    expect(lines()).toEqual([]);
  });
});
