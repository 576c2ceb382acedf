import { TestBed } from '@angular/core/testing';
import type { OutboxEntry } from '@parley/client';
import { LOCAL_STORAGE } from './browser-storage';
import { OUTBOX_STORE } from './parley-client';

const entry: OutboxEntry = {
  clientMessageId: 'c1',
  roomId: 'r',
  senderId: 'ana',
  text: 'unsent',
  place: 1,
  queuedAt: 0,
  status: 'waiting',
  error: null,
};

describe('the SDK in the web app', () => {
  beforeEach(() => localStorage.clear());

  it('has its unsent messages again after a reload', async () => {
    void TestBed.inject(OUTBOX_STORE).save(entry);
    TestBed.resetTestingModule();
    expect(await TestBed.inject(OUTBOX_STORE).claim()).toEqual([entry]);
  });

  it('does without where the browser keeps nothing', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: null }] });
    await TestBed.inject(OUTBOX_STORE).save(entry);
    expect(localStorage.length).toBe(0);
  });
});
