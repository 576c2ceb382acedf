import { ana, jonas } from '../line';
import { firstPhrases, phraseQuestions, phraseRepeats } from '../material/first-phrases';
import type { Scene } from './scene';

/** The first months: Jonas asks for one sentence after the other. */
export const askForPhrases: Scene = (choose) =>
  choose
    .someOf(firstPhrases, choose.between(2, 4))
    .flatMap(([english, spanish]) => [
      jonas(choose.oneOf(phraseQuestions).replace('{}', english)),
      ana(
        choose.oneOf([
          `*${spanish}*`,
          spanish,
          `easy: **${spanish}**`,
          `${spanish} 🎧 listen to it in your head`,
          `se dice “${spanish}”`,
        ]),
      ),
      ...(choose.chance(0.7)
        ? [jonas(choose.chance(0.4) ? `“${spanish}” ${choose.oneOf(phraseRepeats)}` : choose.oneOf(phraseRepeats))]
        : []),
    ]);
