import { aimsTable, type AimedFigure } from '../aims';
import type { Bench } from '../bench';
import { webSystem } from '../surroundings/web-system';
import { opening } from '../web/opening';
import { phone } from '../web/phone';
import { scrolling } from '../web/scrolling';
import { weight } from '../web/weight';

const SIZE = 100_000;

export const web: Bench<AimedFigure[]> = {
  summary:
    'the web app in Chromium, beside its aims: opening and scrolling a long room, first load, a slow phone (--size 100000)',
  async run({ size = SIZE, say }) {
    const system = await webSystem(size, say);
    try {
      const figures: AimedFigure[] = [];
      for (const part of [weight, phone, opening, scrolling]) {
        const found = await part(system, say);
        // It takes minutes: what is known already is told.
        say(aimsTable(found));
        figures.push(...found);
      }
      return figures;
    } finally {
      await system.stop();
    }
  },
};
