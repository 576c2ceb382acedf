import { ana, jonas } from '../line';
import {
  amounts,
  complaints,
  dishes,
  gifts,
  goods,
  landmarks,
  lostReplies,
  marketSlips,
  prices,
  turns,
  vocatives,
} from '../material/role-plays';
import type { Scene } from './scene';

/** Ana sells, Jonas buys. */
export const atTheMarket: Scene = (choose) => {
  const [first, second] = choose.someOf(goods, 2);
  if (first === undefined || second === undefined) return [];
  return [
    ana(
      `(mercado) ${choose.oneOf(['¿Qué le pongo', '¿A quién le toca? ¿A usted', 'Dígame', 'A ver, ¿qué va a ser'])}, ${choose.oneOf(vocatives)}?`,
    ),
    jonas(
      `${choose.oneOf(['Buenos días. Me pone', 'Hola, deme', 'Quería', 'Póngame'])} ${choose.oneOf(amounts)} ${first.name}, por favor.`,
    ),
    ana(`${choose.oneOf(['Marchando', 'Ahí van', 'Mire qué'])} ${first.name}: ${first.praise}. ¿Algo más?`),
    jonas(
      `${choose.oneOf(['¿A cómo están', '¿Y', '¿Y a cómo van', '¿Qué tal están hoy'])} ${second.article} ${second.name}?`,
    ),
    ana(`A ${choose.oneOf(prices)}. Y son ${second.praise}.`),
    jonas(
      `${choose.oneOf(['Entonces', 'Vale,', 'Uf… bueno,', 'Me convenció:'])} ${choose.oneOf(amounts)} ${second.name}. ¿Cuánto es todo?`,
    ),
    ana(`${choose.between(5, 19)} con ${choose.between(1, 9) * 10}, ${choose.oneOf(gifts)}`),
    ana(`(end of market) ${choose.oneOf(marketSlips)}`),
  ];
};

/** Ana waits at table. */
export const atTheRestaurant: Scene = (choose) => {
  const [dish, question, explanation] = choose.oneOf(dishes);
  const complaint = choose.chance(0.5)
    ? [
        jonas(choose.oneOf(complaints)),
        ana(
          choose.oneOf([
            '(camarera) Ay, perdone, ahora mismo se lo cambio.',
            '(camarera) Eso es normal, señor, es de la casa.',
            '(camarera) Déjeme que lo hable con la cocina.',
            '(camarera) Pues a mí no me ha dicho nada.',
          ]),
        ),
      ]
    : [];
  return [
    ana(
      `(restaurante) ${choose.oneOf(['¿Ya sabe lo que va a tomar?', 'Buenas noches, ¿mesa para uno o para sus libros?', 'Hoy fuera de carta tenemos algo muy rico.', '¿Le voy trayendo algo?'])}`,
    ),
    jonas(
      `${choose.oneOf(['Me gustaría probar', 'He visto que tienen', 'Mi profesora me recomendó'])} ${dish}. ${question}`,
    ),
    ana(explanation),
    jonas(
      choose.oneOf([
        'Pues tráigame uno. Uno y medio.',
        'Suena peligroso. Lo tomo.',
        'Entonces una ración, y mucho pan.',
        'Vale, y para beber, agua del tiempo. ¿Del tiempo es con reloj?',
        'Confío en usted.',
      ]),
    ),
    ...complaint,
  ];
};

/** Jonas is lost, Ana knows the way, in her fashion. */
export const askingTheWay: Scene = (choose) => {
  const [goal, near, after] = choose.someOf(landmarks, 3);
  if (goal === undefined || near === undefined || after === undefined) return [];
  const [firstTurn, secondTurn] = choose.someOf(turns, 2);
  return [
    jonas(
      contracted(
        `(en la calle) ${choose.oneOf(['Perdone, ¿para ir a', 'Disculpe, ¿dónde queda', 'Oiga, señora, ¿sabe cómo se llega a'])} ${goal}?`,
      ),
    ),
    ana(
      `Uy, ${goal}. Mire, ${firstTurn ?? ''} ${near}, ${secondTurn ?? ''} ${after}, y ${choose.oneOf(['pregunte otra vez', 'ya lo ve', 'si ve el mar, se ha pasado', 'está enfrente, no tiene pérdida'])}.`,
    ),
    jonas(choose.oneOf(lostReplies)),
    ...(choose.chance(0.5)
      ? [
          ana(
            choose.oneOf([
              'jajajaja you would survive',
              'very natural, even the sigh',
              'muy bien, “gire” and “tuerza” you understood both',
              'in real life she takes your arm and walks you there',
            ]),
          ),
        ]
      : []),
  ];
};

/** In Spanish, "a" and "el" become one. */
function contracted(text: string): string {
  return text.replaceAll(' a el ', ' al ');
}
