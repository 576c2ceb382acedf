import { HandOut, type Skipped } from './hand-out';
import { MessageLog } from './message-log';
import { message, page } from './message-log.fixture';

function setup(after?: number) {
  const log = new MessageLog();
  const handOut = new HandOut(() => log);
  const handed: (number | Skipped)[] = [];
  const end = handOut.add(({ seq }, skipped) => handed.push(...(skipped ? [skipped] : []), seq), after);
  const then = (change: () => void): void => {
    change();
    handOut.update();
  };
  return { log, handed, then, end };
}

describe('HandOut', () => {
  it('hands on what comes after the newest message there is, each once, in order', () => {
    const { log, handed, then } = setup();
    then(() => log.reset(page(1, 3, 3)));
    then(() => log.upsert(message(5)));
    then(() => log.upsert({ ...message(2), revision: 9 }));
    expect(handed).toEqual([]);
    then(() => log.upsert(message(4)));
    then(() => log.upsert({ ...message(5), revision: 10 }));
    expect(handed).toEqual([4, 5]);
  });

  it('begins after a seq that was handled before, and tells what it had to pass over', () => {
    const { log, handed, then } = setup(1);
    then(() => log.reset(page(1, 2, 2)));
    then(() => log.reset(page(51, 53, 53)));
    expect(handed).toEqual([2, { from: 3, to: 50 }, 51, 52, 53]);
  });

  it('waits while a page in the middle of the history is loaded, and ends when it is told to', () => {
    const { log, handed, then, end } = setup(60);
    then(() => log.reset(page(10, 20, 70)));
    expect(handed).toEqual([]);
    then(() => log.reset(page(60, 70, 70)));
    expect(handed).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
    end();
    then(() => log.upsert(message(71)));
    expect(handed).toHaveLength(10);
  });
});
