import { readableLine } from './readable-line';

describe('readableLine', () => {
  it.each([
    ['{"level":50,"msg":"it failed","err":{"message":"no such table"}}', 'it failed: no such table'],
    ['{"level":30,"msg":"listening"}', 'listening'],
    ['{"level":30}', '{"level":30}'],
    ['{"broken', '{"broken'],
    ['Error: Cannot find module', 'Error: Cannot find module'],
  ])('reads %s', (line, read) => {
    expect(readableLine(line)).toBe(read);
  });
});
