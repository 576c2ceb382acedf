import { ana, fenced, jonas } from '../line';
import type { CompilerError } from '../material/compiler-errors';
import type { ExplainedMistake } from '../material/explained-mistakes';
import type { GenderMistake } from '../material/gender-mistakes';
import type { GermanMoment } from '../material/german-for-ana';
import type { Homework } from '../material/homework';
import type { Idiom } from '../material/idioms';
import { anaPraises, anaUnderstands, jonasCheers, jonasSees } from '../material/reactions';
import type { LongExplanation } from '../material/spanish-explained';
import type { TypeQuiz } from '../material/type-quizzes';
import type { TypescriptQuestion } from '../material/typescript-question';
import type { VerbMistake } from '../material/verb-mistakes';
import type { Word } from '../material/words';
import type { Scene } from './scene';

export function confuseTheGender({ wrong, right, rest }: GenderMistake): Scene {
  return (choose) => [
    jonas(`${wrong[0]?.toUpperCase() ?? ''}${wrong.slice(1)} ${rest}.`),
    ana(
      choose.oneOf([
        `**${right}** ✍️`,
        `${right}, ${right}, ${right}…`,
        `se dice “**${right}**”`,
        `almost: *${right}* ${rest}`,
        `${right}! I know, I know`,
      ]),
    ),
    jonas(choose.oneOf(jonasSees)),
  ];
}

export function confuseTheVerb({ wrong, right }: VerbMistake): Scene {
  return (choose) => [
    jonas(`${wrong}.`),
    ana(choose.oneOf([`se dice: ${right}`, right, `${right} 👈`, `→ ${right}`, `un detalle: ${right}`])),
    jonas(choose.oneOf(jonasSees)),
    ...(choose.chance(0.4) ? [ana(choose.oneOf(anaPraises))] : []),
  ];
}

export function getItExplained({ wrong, right, why }: ExplainedMistake): Scene {
  return (choose) => [
    jonas(wrong),
    ana(right),
    ana(why),
    ...(choose.chance(0.7) ? [jonas(choose.oneOf(jonasSees))] : []),
  ];
}

export function giveAWord({ word, meaning, example }: Word): Scene {
  return (choose) => [
    ana(
      choose.oneOf([
        `word of the day: **${word}**`,
        `new word for your collection: **${word}**`,
        `today I give you **${word}**`,
        `do you know *${word}*?`,
      ]),
    ),
    ...(choose.chance(0.5)
      ? [
          jonas(
            choose.oneOf([
              'Ni idea',
              'Nunca lo he oído',
              'Suena a comida',
              '¿Es un verbo de verdad?',
              'Otra que no está en mi libro',
              'Cuéntame',
            ]),
          ),
        ]
      : []),
    ana(`${meaning}. *${example}*`),
    jonas(
      choose.oneOf([
        'Me la quedo.',
        'Necesito esa palabra desde hace años',
        'En alemán hacen falta seis palabras para eso',
        'Apuntada, con un dibujito',
        'La uso mañana, aunque no venga al caso',
        'Preciosa.',
      ]),
    ),
  ];
}

export function giveAnIdiom({ phrase, literally, meaning }: Idiom): Scene {
  return (choose) => [
    ana(
      choose.oneOf([
        `“${phrase}”. Guess`,
        `expression for tonight: *${phrase}*`,
        `what could “${phrase}” mean?`,
        `my mother just said “${phrase}” and I thought of you`,
      ]),
    ),
    jonas(
      `¿${literally}? ${choose.oneOf(['😳', '¿Es legal?', 'Me rindo', '¿Y eso se come?', 'No me ayudes. Bueno, ayúdame'])}`,
    ),
    ana(`${meaning}${choose.oneOf(['.', ' 😄', '. Very common', '. Use with care', '!'])}`),
  ];
}

export function learnGerman({ ask, answer, reply }: GermanMoment): Scene {
  return () => [ana(ask), jonas(answer), ana(reply)];
}

export function askAboutTypescript({ ask, answer, code, grasp }: TypescriptQuestion): Scene {
  return (choose) => [
    ana(ask),
    jonas(answer, ...(code === undefined ? [] : ['', ...fenced(code)])),
    ...(choose.chance(0.3) ? [ana(choose.oneOf(anaUnderstands))] : []),
    ana(grasp),
    ...(choose.chance(0.5) ? [jonas(choose.oneOf(jonasCheers))] : []),
  ];
}

export function guessTheType({ code, guess, verdict }: TypeQuiz): Scene {
  return (choose) => [
    jonas(
      choose.oneOf([
        'What do you get?',
        'Quiz. Type or value, no editor:',
        'Before the coffee:',
        'And this one?',
        'Guess:',
      ]),
      ...fenced(code),
    ),
    ana(guess),
    jonas(verdict),
  ];
}

export function readTheError({ message, hint, found, moral }: CompilerError): Scene {
  return (choose) => [
    ana(
      choose.oneOf(['it does not like me today', 'what does it want', 'HELP', 'ay ay ay', 'red again:']),
      ...fenced([`error ${message}`], ''),
    ),
    jonas(hint),
    ana(found),
    jonas(moral),
  ];
}

export function handInHomework({ task, text, marks }: Homework): Scene {
  return (choose) => [
    jonas(`Los deberes. Tú dijiste: “${task}”.`),
    jonas(text),
    ...marks.map((mark) => ana(mark)),
    jonas(
      choose.oneOf([
        'Gracias, Ana. Lo guardo con los otros.',
        'Tardé dos tardes y tres tés. Valió la pena.',
        'Lo escribí en el tren, se nota en las comas',
        'Ahora lo paso a limpio, a mano.',
      ]),
    ),
  ];
}

export function explainSpanish({ ask, text, reply }: LongExplanation): Scene {
  return () => [jonas(ask), ana(...text), jonas(reply)];
}

export function explainTypescript({ ask, text, reply }: LongExplanation): Scene {
  return () => [ana(ask), jonas(...text), ana(reply)];
}
