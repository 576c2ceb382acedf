/** What Jonas's sentences about his days are made of; every combination is a good, if eventful, sentence. */
export const diaryTimes: readonly string[] = [
  'Ayer',
  'El sábado',
  'El domingo por la mañana',
  'El jueves',
  'Hoy a mediodía',
  'El viernes después del trabajo',
  'Esta mañana',
  'El martes',
  'El otro día',
  'Hace una semana',
];

export const diaryPlaces: readonly string[] = [
  'fui al mercado turco',
  'fui al lago en bicicleta',
  'fui a la biblioteca',
  'salí a correr por el canal',
  'fui al cine de la esquina',
  'visité a mi hermana en Hamburgo',
  'fui al mercadillo con mi sobrino',
  'fui a un concierto de jazz',
  'subí al tejado del edificio',
  'fui a la piscina',
  'comí en casa de un compañero',
  'tomé el tren equivocado',
  'fui a una librería de viejo',
  'paseé por el cementerio viejo',
  'jugué al ajedrez en el parque',
  'acompañé a mi vecina al médico',
  'fui a escuchar al coro rival',
  'llevé la bici al taller',
];

export const diaryEvents: readonly string[] = [
  'perdí un guante',
  'me encontré con mi profesora de primaria',
  'empezó a llover a cántaros',
  'una señora me contó toda su vida',
  'no entendí ni una palabra',
  'casi me duermo de pie',
  'compré demasiadas aceitunas',
  'un perro me robó el bocadillo',
  'olvidé a qué había ido',
  'me reí como un niño',
  'me sentí muy lejos de todo',
  'alguien tocaba el acordeón',
  'me perdí dos veces',
  'acabé hablando de política con un panadero',
  'llegué tarde, como siempre',
  'me quedé sin batería',
  'un niño me preguntó si era extranjero en mi propio barrio',
  'pagué con monedas de cinco céntimos y no me arrepiento',
  'todo el mundo estaba de buen humor, algo rarísimo aquí',
  'vi un zorro, tranquilo, esperando el semáforo',
];

/** What Ana asks then, and what he finds to say. */
export const diaryFollowUps: readonly { readonly question: string; readonly answers: readonly string[] }[] = [
  {
    question: '¿y qué hiciste después?',
    answers: [
      'Después volví a casa y me hice un té.',
      'Me senté en un banco y esperé a que se me pasara.',
      'Llamé a mi madre y se lo conté, pero en alemán, perdón.',
    ],
  },
  {
    question: '¿y estabas solo?',
    answers: [
      'No, estaba con una amiga del coro.',
      'Sí, solo, pero bien solo.',
      'Con mi sobrino, que no paraba de reírse de mí.',
    ],
  },
  {
    question: 'three adjectives, none of them “bueno”',
    answers: [
      'Raro, tranquilo y un poco caro.',
      'Húmedo, divertido, breve.',
      'Inesperado, largo y al final entrañable.',
    ],
  },
  {
    question: 'the same, but as if it happened every week when you were a child (imperfecto!)',
    answers: [
      'Cada semana iba allí y siempre pasaba lo mismo.',
      'De niño iba los domingos, y a la vuelta comíamos helado.',
      'Íbamos todos los viernes y mi padre siempre perdía algo.',
    ],
  },
  {
    question: 'and how would your grandmother write it?',
    answers: [
      '“Y así pasó el día, sin prisa y con viento.”',
      '“Fui, vi, volví; el perro durmió.”',
      '“No te preocupes, no fue nada, pero espera que te cuento.”',
    ],
  },
  {
    question: 'and what would you have done if it had **not** happened? (uf, I know)',
    answers: [
      'Si no hubiera pasado, habría llegado a tiempo, supongo.',
      'Me habría ido a dormir temprano, como un jubilado.',
      'No habría tenido nada que contarte hoy.',
    ],
  },
  {
    question: 'ahora en futuro: ¿y mañana?',
    answers: [
      'Mañana haré exactamente lo contrario.',
      'Mañana me quedaré en casa, lo juro.',
      'Volveré, pero llevaré paraguas y paciencia.',
    ],
  },
  {
    question: '¿por qué? with *porque* and with *como*, please',
    answers: [
      'Como soy alemán, esperé. Porque soy alemán, esperé.',
      'Porque no miré. Como no miré, pasó.',
      'Como tenía prisa, no pensé. Y no pensé porque tenía prisa.',
    ],
  },
  {
    question: 'perfect. Now with “aunque”',
    answers: [
      'Aunque fue un desastre, lo repetiría.',
      'Aunque nadie me crea, es verdad.',
      'Aunque llueva mañana, pienso volver.',
    ],
  },
  {
    question: '¿quién más estaba? describe one person, without mercy',
    answers: [
      'Había un señor con un sombrero más grande que su paciencia.',
      'Una chica con unos auriculares enormes y un pez en una bolsa.',
      'Un hombre flaco que le hablaba a su bicicleta de usted.',
    ],
  },
  {
    question: '¿y te dio vergüenza?',
    answers: [
      'Un poco. Bueno, mucho. Todavía.',
      'No, aquí nadie mira a nadie, es parte del contrato.',
      'Sí, pero ya la perdí contigo el primer mes.',
    ],
  },
  {
    question: 'eso merece una segunda frase',
    answers: [
      'La segunda frase es: no aprendí nada.',
      'Y al final me reí, por eso te lo cuento.',
      'Y mientras tanto, la sopa se enfriaba en casa.',
    ],
  },
  {
    question: '¿cómo se lo contarías a un niño de cuatro años?',
    answers: [
      'Había una vez un señor muy alto que salió y ¡pum!',
      'Pues mira, me pasó una cosa y luego otra y ya.',
      'Tío Jonas fue, tío Jonas volvió, y no pasó nada malo.',
    ],
  },
  {
    question: 'dilo otra vez, pero quejándote',
    answers: [
      '¡Es que no puede ser! ¡Siempre me pasa a mí!',
      'Ya no se puede salir de casa, hombre.',
      'Uno sale tan tranquilo y mira, mira lo que le pasa.',
    ],
  },
];
