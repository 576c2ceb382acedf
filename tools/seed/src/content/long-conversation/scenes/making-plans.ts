import { ana, jonas } from '../line';
import { anaAgrees, anaObstacles, eveningHours, jonasAgrees, jonasObstacles, weekdays } from '../material/plans';
import type { Scene } from './scene';

/** When to meet next. */
export const nextLesson: Scene = (choose) => {
  const [spanish, english] = choose.oneOf(weekdays);
  const hour = choose.oneOf(eveningHours);
  return choose.chance(0.5)
    ? [
        ana(
          choose.oneOf([
            `next one ${english} ${hour}?`,
            `${english}, ${hour}, same place (the kitchen)?`,
            `nos vemos ${spanish} a las ${hour}?`,
            `can you ${english}? ${hour} would be perfect`,
          ]),
        ),
        jonas(choose.oneOf(jonasAgrees)),
      ]
    : [
        jonas(
          choose.oneOf([
            `¿${spanish[0]?.toUpperCase() ?? ''}${spanish.slice(1)} a las ${hour}?`,
            `¿Te viene bien ${spanish}, a eso de las ${hour}?`,
            `Propongo ${spanish}, ${hour}.`,
            `${english} ${hour}, passt das?`,
          ]),
        ),
        ana(choose.oneOf(anaAgrees)),
      ];
};

/** Something comes in between. */
export const moveTheLesson: Scene = (choose) => {
  const [from, to] = choose.someOf(weekdays, 2);
  if (from === undefined || to === undefined) return [];
  const hour = choose.oneOf(eveningHours);
  return choose.chance(0.5)
    ? [
        ana(
          `${choose.oneOf(['ay Jonas,', 'small problem:', 'perdona,', 'I am so sorry,'])} ${from[1]} I can’t, ${choose.oneOf(anaObstacles)}. ${to[1]} ${hour}?`,
        ),
        jonas(choose.oneOf(jonasAgrees)),
      ]
    : [
        jonas(
          `${choose.oneOf(['Lo siento,', 'Una cosa:', 'Mala noticia:', 'Ana, perdona,'])} ${from[0]} no puedo, ${choose.oneOf(jonasObstacles)}. ¿${choose.oneOf(['Puedes', 'Te va bien', 'Qué tal'])} ${to[0]} a las ${hour}?`,
        ),
        ana(choose.oneOf(anaAgrees)),
      ];
};
