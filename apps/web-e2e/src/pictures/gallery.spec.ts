import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GALLERY } from './gallery';

const docs = join(import.meta.dirname, '../../../../docs');
const files = readdirSync(join(docs, 'images')).toSorted();

describe('the gallery', () => {
  it('has a file for each picture that is taken for it, and no other', () => {
    expect(files).toEqual([...GALLERY.values()].map((name) => `${name}.webp`).toSorted());
  });

  it('shows each of them once, in words too', () => {
    const shown = readFileSync(join(docs, 'gallery.md'), 'utf8').matchAll(
      /<img src="images\/([^"]+)" width="\d+" alt="[^"]+">/g,
    );
    expect([...shown].map(([, file]) => file).toSorted()).toEqual(files);
  });
});
