import { setImmediate as turn } from 'node:timers/promises';
import { writeByTurns } from './write-by-turns';

/** A connection that keeps what it was given, and what it wrote, and in which order. */
function connection() {
  const done: string[] = [];
  const writeBuffer: string[] = [];
  const made = {
    writeBuffer,
    request: { socket: { cork: () => done.push('cork'), uncork: () => done.push('uncork') } },
    flush: () => done.push(writeBuffer.splice(0).join()),
    give(packet: string) {
      writeBuffer.push(packet);
      made.flush();
    },
    done,
  };
  writeByTurns(made);
  return made;
}

it('writes what one turn gives in one piece at its end, in order, and each connection its own', async () => {
  const [one, other] = [connection(), connection()];
  one.give('a');
  other.give('x');
  await Promise.resolve();
  one.give('b');
  expect([one.done, other.done]).toEqual([[], []]);
  await turn();
  expect(one.done).toEqual(['cork', 'a,b', 'uncork']);
  expect(other.done).toEqual(['x']);
  one.give('c');
  await turn();
  expect(one.done.slice(3)).toEqual(['c']);
});

it('is in time for what an answer publishes a turn later', async () => {
  const one = connection();
  const published = turn().then(() => one.give('the news'));
  one.give('the answer');
  await published;
  await turn();
  expect(one.done).toEqual(['cork', 'the answer,the news', 'uncork']);
});
