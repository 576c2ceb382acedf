import { commonBeginning, soughtWord } from './sought-word';
import { stemmersOf } from './stemmers';

const sought = (term: string, stem: string) => {
  const { begins, stems } = soughtWord(term, [{ term, stemmer: 'english_stem', stem }]);
  return [begins, stems.length];
};

it.each([
  ['learn', 'learn', ['learn'], 0],
  ['learning', 'learn', ['learn'], 1],
  ['studies', 'studi', ['studi', 'study'], 1],
  ['study', 'studi', ['study', 'studi'], 1],
  ['code', 'code', ['cod'], 1],
  ['coding', 'code', ['cod'], 1],
  ['use', 'use', ['use'], 0],
  ['is', 'is', ['is'], 0],
  ['geese', 'gans', ['geese'], 0],
])('widens %j by the stem %j to what begins with %j', (term, stem, begins, stems) => {
  expect(sought(term, stem)).toEqual([begins, stems]);
});

it('takes no stem of another word', () => {
  const stems = [{ term: 'learning', stemmer: 'english_stem', stem: 'learn' }];
  expect(soughtWord('teaching', stems)).toEqual({ term: 'teaching', stems: [], begins: ['teaching'] });
});

it('tells what all begin with', () => {
  expect(commonBeginning(['study', 'studi'])).toBe('stud');
  expect(commonBeginning(['one'])).toBe('one');
});

it('knows stemmers by language, each once, and a few at most', () => {
  expect(stemmersOf(['de-AT', 'EN', 'en-GB', 'ja', 'xx', ''])).toEqual(['german_stem', 'english_stem']);
  expect(stemmersOf(['constructor', 'fr', 'es', 'pt', 'it', 'ro'])).toHaveLength(4);
});
