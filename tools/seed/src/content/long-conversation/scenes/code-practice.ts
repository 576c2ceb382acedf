import { ana, fenced, jonas } from '../line';
import { codeRecipes } from '../material/code-recipes';
import { codeReviews } from '../material/code-reviews';
import { domain } from '../material/domain';
import { anaUnderstands, jonasCheers } from '../material/reactions';
import type { Scene } from './scene';

const anaQuestions = [
  '',
  '',
  'question: ',
  'ok, ',
  'code now: ',
  'sorry, stupid one: ',
  'for my app: ',
  'since yesterday I fight: ',
  'help 🙈 ',
];

/** Ana needs a few lines for her app. */
export const codeRecipe: Scene = (choose) => {
  const thing = choose.oneOf(domain);
  const recipe = choose.oneOf(codeRecipes);
  const code = fenced(recipe.code(thing));
  const lead = choose.oneOf([
    '',
    'Like this:',
    'I would write:',
    'Short and boring, which is good:',
    'Try to read it before you run it:',
    'Here, with your own names:',
  ]);
  const answer = choose.chance(0.5)
    ? [jonas(...(lead === '' ? [] : [lead, '']), ...code), jonas(recipe.remark)]
    : [jonas(...code, '', `${recipe.remark}.`)];
  return [
    ana(`${choose.oneOf(anaQuestions)}${recipe.ask(thing)}`),
    ...answer,
    ana(choose.oneOf(anaUnderstands)),
    ...(choose.chance(0.4) ? [jonas(choose.oneOf(jonasCheers))] : []),
  ];
};

const anaShows = [
  'look at this and do not laugh',
  'review please',
  'is this ok?',
  'my function of the day:',
  'it works but I do not like its face',
  'before you see it on GitHub:',
  'honest opinion',
];

/** Ana shows code, Jonas sees something in it. */
export const codeReview: Scene = (choose) => {
  const thing = choose.oneOf(domain);
  const review = choose.oneOf(codeReviews);
  const after = review.after === undefined ? [] : [jonas(...fenced(review.after(thing)))];
  return [
    ana(`${choose.oneOf(anaShows)}`, '', ...fenced(review.before(thing))),
    jonas(`${choose.oneOf(['', 'Hm. ', 'Nice! One thing: ', 'Ok, ', 'I like the name. But '])}${review.remark(thing)}`),
    ...after,
    ana(review.moral),
    ...(choose.chance(0.3) ? [jonas(choose.oneOf(jonasCheers))] : []),
  ];
};
