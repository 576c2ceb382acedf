import { previewText } from './preview-text';

describe('previewText', () => {
  it.each([
    ['```ts type Lesson = | 1', 'type Lesson = | 1'],
    ['**very** good, `x_y_z` and *so* on', 'very good, x_y_z and so on'],
    ['see [the page](https://parley.example/x)', 'see the page'],
    ['_sí_, ~~no~~', 'sí, no'],
    ['snake_case_name * 2 * 3', 'snake_case_name * 2 * 3'],
    ['plain', 'plain'],
    ['****', '****'],
    ['``', '``'],
    ['~~~~', '~~~~'],
    ['` `', '` `'],
    ['2**8 = 256', '2**8 = 256'],
    ['~~/.config and ~~ so', '~~/.config and ~~ so'],
    ['a ` alone, and **not bold', 'a ` alone, and **not bold'],
    ['`__init__`, `**kwargs` and `a * b * c`', '__init__, **kwargs and a * b * c'],
    ['``a `tick` in it``', 'a `tick` in it'],
    ['**the `**` of it** and ***both***', 'the ** of it and both'],
    ['__bold__ and snake__case__name', 'bold and snake__case__name'],
    ['see ```one line``` here', 'see one line here'],
    ['see\n```ts\nlet **a**;\n```\nthere, **bold**', 'see let **a**; there, bold'],
    ['', ''],
  ])('makes %j into %j', (preview, text) => expect(previewText(preview)).toBe(text));
});
