import { interpolate } from './interpolate';

describe('the variables in a compose file', () => {
  it.each([
    ['plain', {}, 'plain'],
    ['${A}', { A: 'x' }, 'x'],
    ['<${A}>', {}, '<>'],
    ['${A:-y}-${B:-z}', { B: 'b' }, 'y-b'],
    ['${A:-y}', { A: '' }, 'y'],
    ['${A:-http://localhost:${B:-8080}}/', {}, 'http://localhost:8080/'],
    ['${A:-http://localhost:${B:-8080}}/', { B: '9000' }, 'http://localhost:9000/'],
    ['$$A costs $$5', { A: 'x' }, '$A costs $5'],
  ])('%s with %j is %s', (text, variables: Record<string, string>, expected) => {
    expect(interpolate(text, variables)).toBe(expected);
  });

  it('tells every name that was asked for, those in defaults too', () => {
    const names: string[] = [];
    interpolate('${A:-${B}} ${C}', { A: 'a' }, (name) => names.push(name));
    expect(names).toEqual(['A', 'B', 'C']);
  });

  it.each(['$A', '${A?needed}', '${A:-', '${A-b}', '100$'])('refuses %s', (text) => {
    expect(() => interpolate(text, {})).toThrow(/not understood|not closed/);
  });
});
