import { ParleyError } from '@parley/contracts';
import fc from 'fast-check';
import { z } from 'zod';
import { cursorOver, pageOfRows } from './cursor';

const cursor = cursorOver(z.tuple([z.int(), z.string()]));

describe('cursorOver', () => {
  it('gives back every position it was given', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }), (rank, id) => {
        expect(cursor.decode(cursor.encode([rank, id]))).toEqual([rank, id]);
      }),
    );
  });

  it('begins at the first page without a cursor', () => {
    expect(cursor.decode(undefined)).toBeUndefined();
  });

  it('refuses whatever it has not made, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => cursor.decode(text)).toThrow(ParleyError);
      }),
    );
    const foreign = cursorOver(z.string()).encode('a');
    expect(() => cursor.decode(foreign)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });
});

describe('pageOfRows', () => {
  const page = (count: number, limit: number) =>
    pageOfRows(
      Array.from({ length: count }, (_, index) => index),
      limit,
      cursor,
      (row) => [row, 'id'],
    );

  it('shows the rows up to the limit and continues after the last shown', () => {
    const { rows, nextCursor } = page(4, 3);
    expect(rows).toEqual([0, 1, 2]);
    expect(cursor.decode(nextCursor ?? undefined)).toEqual([2, 'id']);
  });

  it('ends where no row is left', () => {
    expect(page(3, 3).nextCursor).toBeNull();
    expect(page(0, 3)).toEqual({ rows: [], nextCursor: null });
  });
});
