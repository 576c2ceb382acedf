import { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rawMarkup } from './raw-markup';

/** What the lint says of a line of code. */
function complaints(code: string): string[] {
  const found = new Linter().verify(code, { rules: { 'no-restricted-syntax': ['error', ...rawMarkup] } });
  return found.map(({ ruleId }) => ruleId ?? 'broken');
}

it.each([
  'element.innerHTML = text;',
  'element.outerHTML = text;',
  "element.insertAdjacentHTML('beforeend', text);",
  'sanitizer.bypassSecurityTrustHtml(text);',
  'sanitizer.bypassSecurityTrustUrl(text);',
  "renderer.setProperty(element, 'innerHTML', text);",
  "const host = { '[innerHTML]': 'text' };",
  'const template = `<p [innerHTML]="text"></p>`;',
])('S35: the lint refuses %s', (code) => {
  expect(complaints(code)).toContain('no-restricted-syntax');
});

it('text is let through', () => {
  expect(complaints("element.textContent = text; element.append('inner HTML');")).toEqual([]);
});

it('the lint of the web is told so', () => {
  const config = readFileSync(join(import.meta.dirname, '../../eslint.config.js'), 'utf8');
  expect(config).toContain("'no-restricted-syntax': ['error', ...rawMarkup]");
});
