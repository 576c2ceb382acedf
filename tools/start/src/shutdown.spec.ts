import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted, listenForEnd, Undoing } from './shutdown';

describe('Undoing', () => {
  it('undoes in reverse order, once, and goes on after a failure', async () => {
    const done: string[] = [];
    const told: string[] = [];
    const undoing = new Undoing();
    undoing.add('the lock', () => void done.push('lock'));
    undoing.add('PostgreSQL', () => Promise.reject(new Error('no answer')));
    undoing.add('the services', async () => void done.push('services'));
    expect(undoing.isEmpty).toBe(false);
    await undoing.run((problem) => told.push(problem));
    await undoing.run((problem) => told.push(problem));
    expect(done).toEqual(['services', 'lock']);
    expect(told).toEqual(['PostgreSQL could not be ended in order: no answer']);
    expect(undoing.isEmpty).toBe(true);
  });
});

describe('listenForEnd', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])('hears %s', (event) => {
    const source = new EventEmitter();
    const { end, hurry } = listenForEnd(source);
    expect(end.aborted).toBe(false);
    source.emit(event);
    expect(end.reason).toBeInstanceOf(Interrupted);
    expect(hurry.aborted).toBe(false);
  });

  it('takes what comes at once for one press, and what comes later for impatience', async () => {
    const source = new EventEmitter();
    const { hurry } = listenForEnd(source);
    source.emit('SIGINT');
    source.emit('SIGINT');
    source.emit('SIGTERM');
    expect(hurry.aborted).toBe(false);
    await sleep(800);
    source.emit('SIGINT');
    expect(hurry.aborted).toBe(true);
  });
});
