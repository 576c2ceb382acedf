import { previewText } from './preview-text';

describe('previewText', () => {
  it.each([
    ['```ts type Lesson = | 1', 'type Lesson = | 1'],
    ['**very** good, `x_y_z` and *so* on', 'very good, x_y_z and so on'],
    ['see [the page](https://parley.example/x)', 'see the page'],
    ['_sí_, ~~no~~', 'sí, no'],
    ['snake_case_name * 2 * 3', 'snake_case_name * 2 * 3'],
    ['plain', 'plain'],
    ['', ''],
  ])('makes %j into %j', (preview, text) => expect(previewText(preview)).toBe(text));
});
