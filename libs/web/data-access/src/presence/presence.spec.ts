import { DOCUMENT, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PARLEY_CLIENT } from '../client/parley-client';
import { QuietClient } from '../client/quiet-client.fixture';
import { OwnActivity } from './own-activity';
import { presenceOf } from './people-presence';

function setup(): QuietClient {
  const client = new QuietClient();
  TestBed.configureTestingModule({ providers: [{ provide: PARLEY_CLIENT, useValue: client }] });
  return client;
}

describe('presenceOf', () => {
  it('follows one person after the other, and nobody where there is none', () => {
    const client = setup();
    const userId = signal<string | null>('ben');
    const presence = TestBed.runInInjectionContext(() => presenceOf(userId));
    TestBed.tick();
    client.presence.hear({ userId: 'ben', status: 'online', lastSeenAt: null });
    client.presence.hear({ userId: 'cleo', status: 'away', lastSeenAt: null });
    expect(presence()).toMatchObject({ userId: 'ben', status: 'online' });
    userId.set('cleo');
    TestBed.tick();
    // What was told before anybody wanted to know of her is not known.
    expect(presence()).toBeNull();
    client.presence.hear({ userId: 'cleo', status: 'away', lastSeenAt: null });
    expect(presence()?.status).toBe('away');
    userId.set(null);
    expect(presence()).toBeNull();
  });
});

describe('OwnActivity', () => {
  it('tells of use, once a second at most, and not while the page is hidden', () => {
    jest.useFakeTimers();
    const client = setup();
    const used = jest.spyOn(client.presence, 'used');
    const document = TestBed.inject(DOCUMENT);
    TestBed.inject(OwnActivity);
    document.dispatchEvent(new Event('keydown'));
    expect(used).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    document.dispatchEvent(new Event('pointermove'));
    document.dispatchEvent(new Event('pointermove'));
    expect(used).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(1_000);
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('keydown'));
    expect(used).toHaveBeenCalledTimes(2);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(used).toHaveBeenCalledTimes(3);
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(1_000);
    document.dispatchEvent(new Event('keydown'));
    expect(used).toHaveBeenCalledTimes(3);
    visibility.mockRestore();
    jest.useRealTimers();
  });
});
