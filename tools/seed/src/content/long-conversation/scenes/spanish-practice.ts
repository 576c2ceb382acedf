import type { Chooser } from '../chooser';
import { type Line, ana, jonas } from '../line';
import {
  conjugationPrompts,
  conjugations,
  drillCalls,
  drillEnds,
  drillHits,
  drillMisses,
} from '../material/conjugations';
import { diaryEvents, diaryFollowUps, diaryPlaces, diaryTimes } from '../material/diary';
import { anaDishes, dinnerQuestions, dinnerVerdicts, jonasDishes, jonasSides } from '../material/dinner';
import { anaPraises } from '../material/reactions';
import { type Scene, taughtSoFar } from './scene';

/** Jonas tells of a day, Ana wants it once more and differently. */
export const tellOfADay: Scene = (choose) => {
  const told = jonas(`${choose.oneOf(diaryTimes)} ${choose.oneOf(diaryPlaces)} y ${choose.oneOf(diaryEvents)}.`);
  const rounds = choose.someOf(diaryFollowUps, choose.between(1, 2));
  const praise = choose.chance(0.6) ? [ana(choose.oneOf(anaPraises))] : [];
  return [told, ...rounds.flatMap(({ question, answers }) => [ana(question), jonas(choose.oneOf(answers))]), ...praise];
};

/** What is on both stoves. */
export const talkOfDinner: Scene = (choose) => [
  ana(choose.oneOf(dinnerQuestions)),
  jonas(
    `${choose.oneOf(['', 'Pues ', 'Hoy, ', 'Cené ', 'Estoy comiendo '])}${choose.oneOf(jonasDishes)}, ${choose.oneOf(jonasSides)}. ¿Y tú?`,
  ),
  ana(`${choose.oneOf(dinnerVerdicts)}. Here: ${choose.oneOf(anaDishes)}`),
];

/** Verbs, fast: more tenses as time goes by, and now and then a slip. */
export const drillVerbs: Scene = (choose, progress) => {
  const verbs = choose.someOf(conjugations, choose.between(2, 4));
  const known = taughtSoFar(conjugationPrompts, Math.max(progress, 0.34));
  const lines: Line[] = [];
  let remark = '';
  for (const verb of verbs) {
    const prompt = choose.oneOf(known);
    const form = formOf(verb, prompt);
    lines.push(ana(`${remark}${verb[0]}, ${prompt}`));
    const slip = choose.chance(0.25) ? formOf(verb, choose.oneOf(known)) : form;
    lines.push(jonas(slip));
    remark = slip === form ? `${choose.oneOf(drillHits)} ` : `${choose.oneOf(drillMisses)} **${form}**. `;
  }
  return [ana(choose.oneOf(drillCalls)), ...lines, ana(`${remark}${choose.oneOf(drillEnds)}`)];
};

function formOf(verb: readonly string[], prompt: string): string {
  const form = verb[conjugationPrompts.indexOf(prompt) + 1];
  if (form === undefined) throw new RangeError(`${verb[0] ?? 'a verb'} has no form for “${prompt}”`);
  return form;
}

const clockHours = ['una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'];
const clockParts: readonly (readonly [minute: number, words: string])[] = [
  [0, 'en punto'],
  [5, 'y cinco'],
  [10, 'y diez'],
  [15, 'y cuarto'],
  [20, 'y veinte'],
  [25, 'y veinticinco'],
  [30, 'y media'],
];
const clockExcuses = [
  'el tren',
  'el dentista',
  'la panadería',
  'la reunión',
  'el concierto',
  'la siesta',
  'el partido',
  'la cita',
];

/** What the clock says, in words. */
export const readTheClock: Scene = (choose) => {
  const hour = choose.between(1, 12);
  const [minute, words] = choose.oneOf(clockParts);
  const article = hour === 1 ? 'a la' : 'a las';
  const digits = `${hour}:${String(minute).padStart(2, '0')}`;
  const what = choose.oneOf(clockExcuses);
  return [
    ana(
      `${choose.oneOf(['¿a qué hora es', 'quick, a qué hora es', 'and in words: a qué hora es'])} ${what}? ${digits}`,
    ),
    jonas(`${what[0]?.toUpperCase() ?? ''}${what.slice(1)} es ${article} ${clockHours[hour - 1] ?? ''} ${words}.`),
    ana(choose.oneOf(clockVerdicts(choose))),
  ];
};

function clockVerdicts(choose: Chooser): readonly string[] {
  return [
    'bien, and you did not say “halb”',
    `eso. Y llegas tarde ${choose.between(3, 40)} minutos, as a guest of honour`,
    'perfecto, ahora sin mirar los dedos',
    'claro que sí',
    'muy bien, and in Cali that means half an hour later',
    `así es. Next week I do it with the ${choose.between(13, 23)}-hour clock and you will suffer`,
    'sí. “Es a las”, not “está a las”: it happens, it does not sit there',
  ];
}
