import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { words } from './words.fixture';

const [FSI, PDI] = ['\u2068', '\u2069'];

function welcome(name: unknown): string {
  return TestBed.inject(TranslocoService).translate('welcome.title', { name });
}

beforeEach(() => TestBed.resetTestingModule().configureTestingModule({ imports: [words] }));
afterEach(() => TestBed.inject(DOCUMENT).documentElement.removeAttribute('dir'));

describe('sentences', () => {
  it('S33: take a name as it is, also where it looks like a place of theirs', () => {
    for (const name of ['Ana $& $1 Marques', '{{ other }}', '{{ name }}', '{{name}} {{welcome.title}}'])
      expect(welcome(name)).toBe(`Welcome, ${name}`);
  });

  it('S37: hold a name that runs the other way apart from what stands beside it', () => {
    expect(welcome('Ana')).toBe('Welcome, Ana');
    for (const name of ['דנה', 'Dana דנה (2)', 'Eve \u202ednuL', 'ليلى'])
      expect(welcome(name)).toBe(`Welcome, ${FSI}${name}${PDI}`);
    TestBed.inject(DOCUMENT).documentElement.dir = 'rtl';
    expect(welcome('Ana')).toBe(`Welcome, ${FSI}Ana${PDI}`);
  });

  it('say nothing where nothing is given', () => {
    expect(welcome(undefined)).toBe('Welcome, ');
    expect(welcome(0)).toBe('Welcome, 0');
  });
});
