import { compilerErrors } from './material/compiler-errors';
import { explainedMistakes } from './material/explained-mistakes';
import { genderMistakes } from './material/gender-mistakes';
import { germanMoments } from './material/german-for-ana';
import { homework } from './material/homework';
import { idioms } from './material/idioms';
import { links } from './material/links';
import { smallTalkOfTheFirstYear } from './material/small-talk-first-year';
import { smallTalkOfTheSecondYear } from './material/small-talk-second-year';
import { spanishExplained } from './material/spanish-explained';
import { typeQuizzes } from './material/type-quizzes';
import { typescriptDeeper } from './material/typescript-deeper';
import { typescriptEveryday } from './material/typescript-everyday';
import { typescriptExplained } from './material/typescript-explained';
import { typescriptFirstSteps } from './material/typescript-first-steps';
import { verbMistakes } from './material/verb-mistakes';
import { words } from './material/words';
import type { Scene } from './scenes/scene';
import * as once from './scenes/told-once';

/** A scene that happens once, and where in the two years: from 0 to 1. */
export interface Milestone {
  readonly at: number;
  readonly scene: Scene;
}

/** Spreads a list, in its order, evenly over the two years, each item half a step before `taughtSoFar` counts it in. */
function spread<Item>(items: readonly Item[], toScene: (item: Item) => Scene): Milestone[] {
  return items.map((item, index) => ({ at: (index + 0.5) / items.length, scene: toScene(item) }));
}

/** All that happens only once, in the order in which it happens. */
export const milestones: readonly Milestone[] = [
  ...spread(genderMistakes, once.confuseTheGender),
  ...spread(verbMistakes, once.confuseTheVerb),
  ...spread(explainedMistakes, once.getItExplained),
  ...spread(words, once.giveAWord),
  ...spread(idioms, once.giveAnIdiom),
  ...spread(germanMoments, once.learnGerman),
  ...spread([...typescriptFirstSteps, ...typescriptEveryday, ...typescriptDeeper], once.askAboutTypescript),
  ...spread(typeQuizzes, once.guessTheType),
  ...spread(compilerErrors, once.readTheError),
  ...spread(homework, once.handInHomework),
  ...spread(spanishExplained, once.explainSpanish),
  ...spread(typescriptExplained, once.explainTypescript),
  ...spread([...smallTalkOfTheFirstYear, ...smallTalkOfTheSecondYear], (lines) => () => lines),
  ...spread(links, (lines) => () => lines),
].toSorted((a, b) => a.at - b.at);
