import { types, type CustomTypesConfig } from 'pg';

const INT8: number = types.builtins.INT8;
const INT8_ARRAY: number = 1016;

/** A `bigint` of PostgreSQL as a number. @throws RangeError beyond 2^53, where numbers have gaps */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}

/** A `bigint[]` of one dimension, such as `{1,NULL,3}`. */
function parseInt8Array(text: string): (number | null)[] {
  const items = text.slice(1, -1);
  return items === '' ? [] : items.split(',').map((item) => (item === 'NULL' ? null : parseInt8(item)));
}

/** How values come from PostgreSQL: as `pg` has them, but `bigint` as a number, where `pg` gives a string. */
export const columnTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): ((text: string) => unknown) => {
    if (format !== 'binary' && id === INT8) return parseInt8;
    if (format !== 'binary' && id === INT8_ARRAY) return parseInt8Array;
    return types.getTypeParser(id, format) as (text: string) => unknown;
  },
} satisfies CustomTypesConfig;
