import { pageWindow } from './page-window';

it.each([
  [{ limit: 50 }, { first: Number.MAX_SAFE_INTEGER - 50, endsInRoom: true }],
  [
    { before: 101, limit: 50 },
    { first: 51, endsInRoom: true },
  ],
  [
    { after: 0, limit: 50 },
    { first: 1, endsInRoom: false },
  ],
  [
    { after: Number.MAX_SAFE_INTEGER, limit: 50 },
    { first: Number.MAX_SAFE_INTEGER, endsInRoom: false },
  ],
  [
    { around: 100, limit: 50 },
    { first: 75, endsInRoom: true },
  ],
  [
    { around: 100, limit: 1 },
    { first: 100, endsInRoom: true },
  ],
  [
    { around: 3, limit: 50 },
    { first: 1, endsInRoom: true },
  ],
])('%j begins at %j', (question, window) => {
  expect(pageWindow({ roomId: '', ...question })).toEqual(window);
});

it('is asked for by one place at most', () => {
  expect(() => pageWindow({ roomId: '', before: 1, after: 0, limit: 50 })).toThrow(
    expect.objectContaining({ code: 'validation_failed' }),
  );
});
