import type { Person } from '@parley/testing';

/** How each line of a long talk begins. */
export const lineOf = (count: number): string => `Line ${count} of the talk.`;

/** Has somebody say many lines of different lengths, from one to another. */
export async function says(person: Person, roomId: string, from: number, to: number): Promise<void> {
  for (let count = from; count <= to; count += 1)
    await person.says(roomId, `${lineOf(count)} ${'And on. '.repeat(count % 7)}`);
}
