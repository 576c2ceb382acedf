import { conjugationPrompts, conjugations } from './conjugations';

describe('conjugations', () => {
  it('have a form for every prompt', () => {
    const short = conjugations.filter((forms) => forms.length !== conjugationPrompts.length + 1);
    expect(short).toEqual([]);
  });
});
