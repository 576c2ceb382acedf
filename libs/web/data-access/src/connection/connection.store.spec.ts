import { TestBed } from '@angular/core/testing';
import type { ConnectionState, Readable } from '@parley/client';
import { PARLEY_CLIENT } from '../client/parley-client';
import { QuietClient } from '../client/quiet-client.fixture';
import { ConnectionStore } from './connection.store';

/** A client whose connection is as the test says. */
class FlakyClient extends QuietClient {
  private state: ConnectionState = { status: 'online', since: Date.now() };
  private listener: (state: ConnectionState) => void = () => undefined;
  woken = 0;

  override get connection(): Readable<ConnectionState> {
    return {
      get: () => this.state,
      subscribe: (listener) => {
        this.listener = listener;
        listener(this.state);
        return () => undefined;
      },
    };
  }

  override wake(): void {
    this.woken++;
  }

  become(status: ConnectionState['status']): void {
    this.state = { status, since: Date.now() };
    this.listener(this.state);
  }
}

describe('ConnectionStore', () => {
  let client: FlakyClient;
  let store: InstanceType<typeof ConnectionStore>;

  beforeEach(() => {
    jest.useFakeTimers();
    client = new FlakyClient();
    TestBed.configureTestingModule({ providers: [{ provide: PARLEY_CLIENT, useFactory: () => client }] });
    store = TestBed.inject(ConnectionStore);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('says nothing of a break shorter than a second and a half', () => {
    client.become('reconnecting');
    jest.advanceTimersByTime(1_400);
    expect(store.shown()).toBe('nothing');
    client.become('online');
    jest.advanceTimersByTime(5_000);
    expect(store.shown()).toBe('nothing');
  });

  it('says that it reconnects after that, until it has', () => {
    client.become('reconnecting');
    jest.advanceTimersByTime(1_500);
    expect(store.shown()).toBe('reconnecting');
    client.become('online');
    expect(store.shown()).toBe('nothing');
  });

  it('says at once when there is no network, and wakes the connection when there is', () => {
    const isOnline = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect([store.shown(), client.woken]).toEqual(['offline', 0]);
    isOnline.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect([store.shown(), client.woken]).toEqual(['nothing', 1]);
  });

  it('says nothing where nobody is signed in', () => {
    client.become('offline');
    jest.advanceTimersByTime(10_000);
    expect(store.shown()).toBe('nothing');
  });
});
