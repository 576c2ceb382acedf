import { TestBed } from '@angular/core/testing';
import { ServerClock } from './server-clock';

const DAY = 86_400_000;

describe('ServerClock', () => {
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });

  async function hears(date: string | null): Promise<number> {
    globalThis.fetch = () => Promise.resolve(new Response('', { headers: date === null ? {} : { date } }));
    const clock = TestBed.inject(ServerClock);
    await clock.fetch('http://localhost/');
    return clock.offsetMs();
  }

  it('knows how far this machine is off, and that a moment is nothing', async () => {
    expect(await hears(new Date(Date.now() + 2_000).toUTCString())).toBe(0);
    const offset = await hears(new Date(Date.now() - DAY).toUTCString());
    expect(Math.abs(offset + DAY)).toBeLessThan(5_000);
    expect(await hears(new Date(Date.now() - DAY + 3_000).toUTCString())).toBe(offset);
    expect(await hears(new Date().toUTCString())).toBe(0);
  });

  it('learns nothing from an answer without a time', async () => {
    expect(await hears(null)).toBe(0);
    expect(await hears('yesterday')).toBe(0);
  });
});
