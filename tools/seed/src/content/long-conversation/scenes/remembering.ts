import { ana, jonas } from '../line';
import { genderMistakes } from '../material/gender-mistakes';
import { type Idiom, idioms } from '../material/idioms';
import { anaPraises } from '../material/reactions';
import { verbMistakes } from '../material/verb-mistakes';
import { words } from '../material/words';
import { type Scene, taughtSoFar } from './scene';

/** An old mistake comes back, and is caught on the way out. */
export const relapse: Scene = (choose, progress) => {
  const known = taughtSoFar(genderMistakes, progress);
  if (known.length === 0) return [];
  const { wrong, right, rest } = choose.oneOf(known);
  const correction = `${choose.oneOf(['no, ', 'perdón, ', 'ay, ', 'digo: ', ''])}**${right}**`;
  const start = choose.oneOf(['', 'Sabes, ', 'Bueno, ', 'Mira, ', 'Te cuento: ', 'Es que ', 'Hoy ']);
  const said = start === '' ? `${wrong[0]?.toUpperCase() ?? ''}${wrong.slice(1)}` : `${start}${wrong}`;
  return [
    jonas(`${said}… ${correction} ${rest}`),
    ana(
      choose.oneOf([
        'you caught it yourself!! I was already breathing in',
        'jajaja I heard the brakes from here',
        'self-corrected in two seconds, new record',
        'eso se llama oído',
        `“${right}”, gracias, muy amable`,
        'I did nothing. I only lifted an eyebrow',
        'the old enemy. And who won? YOU',
        'ya lo tienes en la boca, falta en los dedos',
        `${wrong} can rest in peace now`,
      ]),
    ),
  ];
};

/** A sentence that was wrong once, to be said right today. */
export const oldVerbAgain: Scene = (choose, progress) => {
  const known = taughtSoFar(verbMistakes, progress);
  if (known.length === 0) return [];
  const { wrong, right } = choose.oneOf(known);
  return [
    ana(
      choose.oneOf([
        `from the museum of Jonas: “${wrong}”. Repair it`,
        `what did you write me once? “${wrong}”. And today?`,
        `remember “${wrong}”? 😄`,
        `correct this unknown gentleman: *${wrong}*`,
        `one of my Thursday students said “${wrong}”. What do you tell him?`,
      ]),
    ),
    jonas(
      `${right}${choose.oneOf(['. Qué vergüenza', '. Fácil… hoy', '', '. ¿De verdad escribí eso?', '!!', '. Pobre hombre', ' 😅', '. Ya soy otro'])}`,
    ),
    ...(choose.chance(0.5) ? [ana(choose.oneOf(anaPraises))] : []),
  ];
};

/** A word taught long ago. */
export const rememberAWord: Scene = (choose, progress) => {
  const known = taughtSoFar(words, progress);
  if (known.length === 0) return [];
  const { word, meaning, example } = choose.oneOf(known);
  return choose.chance(0.5)
    ? [
        ana(
          `${choose.oneOf(['¿te acuerdas de', 'sin buscar: ¿qué es', 'word of the past:', 'does it ring a bell:'])} *${word}*?`,
        ),
        jonas(choose.oneOf([`${meaning}. Creo.`, `Sí! ${meaning}`, `Mmm… ${meaning}?`, `Claro: ${meaning}`])),
        ana(
          choose.oneOf([
            'exacto. Use it tomorrow with a stranger',
            'sí señor, it stayed',
            'you see, it was sleeping in there',
            `bravo, and the sentence was: *${example}*`,
            `eso. ${example}`,
          ]),
        ),
      ]
    : [
        jonas(`¿Cómo se decía “${meaning}”? Lo tengo en la punta de la lengua`),
        ana(
          choose.oneOf([
            'empieza por…',
            'first letter:',
            'no te lo digo. Well, the beginning:',
            'ay, you knew it in spring:',
          ]) + ` ${firstLetters(word)}…`,
        ),
        jonas(choose.oneOf([`${word}!!`, `¡${word}! claro`, `${word}. Gracias, ya puedo dormir`, `ESO. ${word}.`])),
      ];
};

function firstLetters(word: string): string {
  return word.replace(/^(?:el|la) /, '').slice(0, 2);
}

/** A saying taught long ago, used on purpose. */
export const useAnIdiom: Scene = (choose, progress) => {
  const known = taughtSoFar(idioms, progress);
  if (known.length === 0) return [];
  const [used, answers] = choose.oneOf(occasions)(choose.oneOf(known));
  return [jonas(used), ana(choose.oneOf(answers))];
};

/** Where a saying may come up, and what Ana says to it. */
const occasions: readonly ((idiom: Idiom) => readonly [used: string, answers: readonly string[]])[] = [
  ({ phrase }) => [
    `Hoy usé “${phrase}” en la oficina. Nadie entendió, pero yo sí`,
    [
      'jajaja así se aprende',
      'you are dangerous now',
      'the first step to a lonely and beautiful life',
      'keep going until they ask',
    ],
  ],
  ({ phrase, meaning }) => [
    `¿Puedo decir “${phrase}” delante de mi suegra?`,
    [
      'only if she laughs first',
      `${meaning}? depends on the mother-in-law`,
      'por escrito no',
      'sí, pero con flores en la mano',
    ],
  ],
  ({ phrase }) => [
    `Encontré “${phrase}” en una carta de mi abuela!!`,
    [
      'one point for you and one for your grandmother',
      'ay, qué emoción. Which year?',
      'you see, she was really living there, not visiting',
      'read me the line before and the line after',
    ],
  ],
  ({ phrase, literally }) => [
    `Mi jefe preguntó qué significa “${phrase}”. Le dije: ${literally}. Se fue`,
    [
      'when you say it in English it sounds like a crime',
      'poor man, he only wanted a meeting',
      'jajajaja renuncio',
      'translate it for him tomorrow, with coffee',
    ],
  ],
  ({ phrase, meaning }) => [
    `“${phrase}” = ${meaning}. ¿Todavía me acuerdo?`,
    ['siempre, y con la mano en el corazón', 'orgullosa, pero mucho', 'eso mismo. Without looking?', 'word for word'],
  ],
];
