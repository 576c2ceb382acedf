import { arcPath } from '@parley/web-ui/testing';

declare const __dirname: string;
interface Bytes {
  toString(encoding: 'utf8' | 'latin1'): string;
  readUInt32BE(at: number): number;
}
const { readFileSync } = jest.requireActual<{ readFileSync(path: string): Bytes }>('node:fs');

/** What is copied into the site as it is. */
const file = (name: string): Bytes => readFileSync(`${__dirname}/../public/${name}`);
const page = new DOMParser().parseFromString(readFileSync(`${__dirname}/index.html`).toString('utf8'), 'text/html');
const linked = (rel: string): string => page.querySelector(`link[rel=${rel}]`)?.getAttribute('href') ?? '';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}
const manifest = JSON.parse(file(linked('manifest')).toString('utf8')) as Record<string, string> & { icons: Icon[] };
const icons = [
  ...manifest.icons,
  { src: linked('apple-touch-icon'), sizes: '180x180', type: 'image/png', purpose: '' },
];

/** Width and height of a PNG, in pixels; they stand at the same place in each. */
function sizeOf(png: Bytes): string {
  expect(png.toString('latin1').slice(0, 8)).toBe('\x89PNG\r\n\x1a\n');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe('what a device is told to put the app among its others', () => {
  it('has an icon for each place, of the size that is said, as it is and to be cut out of', () => {
    for (const { src, sizes, type } of icons.filter((icon) => icon.type === 'image/png')) {
      expect([src, type, sizeOf(file(src))]).toEqual([src, 'image/png', sizes]);
    }
    for (const purpose of ['any', 'maskable']) {
      const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
      expect(sizes).toEqual(['any', '192x192', '512x512']);
    }
  });

  it.each(icons.filter(({ type }) => type === 'image/svg+xml').map(({ src }) => src))('draws the mark in %s', (src) => {
    const drawn = [
      ...file(src)
        .toString('utf8')
        .matchAll(/ d="([^"]+)" stroke=/g),
    ].map(([, path]) => path);
    expect(drawn).toEqual([arcPath('teach'), arcPath('learn')]);
  });

  it('keeps the mark within what every shape leaves of an icon', () => {
    const svg = file('icon-maskable.svg').toString('utf8');
    const [, left = NaN, , size = NaN] = (/viewBox="(\S+) (\S+) (\S+)/.exec(svg) ?? []).map(Number);
    // The farthest from the middle of the two rings, their line included; a circle of four fifths is left by all.
    const reach = 4.5 + 8 + 3.6 / 2;
    expect(left + size / 2).toBe(16);
    expect(reach).toBeLessThanOrEqual(0.4 * size);
  });

  it('has the colour of the page, and begins where one’s rooms are', () => {
    const light = page.querySelector('meta[name=theme-color][media*=light]')?.getAttribute('content');
    expect([manifest['theme_color'], manifest['background_color']]).toEqual([light, light]);
    expect([manifest['name'], manifest['start_url'], manifest['display']]).toEqual(['Parley', '/rooms', 'standalone']);
    expect(manifest['description']).toBe(page.querySelector('meta[name=description]')?.getAttribute('content'));
  });
});
