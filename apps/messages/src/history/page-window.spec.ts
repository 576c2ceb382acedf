import { pageWindow } from './page-window';

it.each([
  [{ limit: 50 }, { first: Number.MAX_SAFE_INTEGER - 50, endsInRoom: true, beginsInRoom: false }],
  [
    { before: 101, limit: 50 },
    { first: 51, endsInRoom: true, beginsInRoom: false },
  ],
  [
    { after: 0, limit: 50 },
    { first: 1, endsInRoom: false, beginsInRoom: true },
  ],
  [
    { after: Number.MAX_SAFE_INTEGER, limit: 50 },
    { first: Number.MAX_SAFE_INTEGER, endsInRoom: false, beginsInRoom: true },
  ],
  [
    { around: 100, limit: 50 },
    { first: 75, endsInRoom: true, beginsInRoom: true },
  ],
  [
    { around: 100, limit: 1 },
    { first: 100, endsInRoom: true, beginsInRoom: true },
  ],
  [
    { around: 3, limit: 50 },
    { first: 1, endsInRoom: true, beginsInRoom: true },
  ],
])('%j begins at %j', (question, window) => {
  expect(pageWindow({ roomId: '', ...question })).toEqual(window);
});

it('is asked for by one place at most', () => {
  expect(() => pageWindow({ roomId: '', before: 1, after: 0, limit: 50 })).toThrow(
    expect.objectContaining({ code: 'validation_failed' }),
  );
});
