import type { AimedFigure } from '../aims';
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
      return [
        ...(await weight(system, say)),
        ...(await phone(system, say)),
        ...(await opening(system, say)),
        ...(await scrolling(system, say)),
      ];
    } finally {
      await system.stop();
    }
  },
};
