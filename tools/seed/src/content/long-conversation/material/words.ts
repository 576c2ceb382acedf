/** A Spanish word that Ana gives away, what it means, and a sentence to keep it in. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
  readonly example: string;
}

export const words: readonly Word[] = [
  {
    word: 'estrenar',
    meaning: 'to wear or use something for the first time',
    example: 'Hoy estreno zapatos y ya llueve.',
  },
  {
    word: 'madrugar',
    meaning: 'to get up very early',
    example: 'Al que madruga, Dios lo ayuda (y al resto, el café).',
  },
  {
    word: 'trasnochar',
    meaning: 'to stay up most of the night',
    example: 'Trasnochó leyendo la documentación, el pobre.',
  },
  {
    word: 'la sobremesa',
    meaning: 'the talk at the table after eating',
    example: 'La sobremesa duró más que la paella.',
  },
  { word: 'tutear', meaning: 'to say tú to somebody', example: '¿Nos tuteamos?' },
  {
    word: 'el desvelo',
    meaning: 'not being able to sleep',
    example: 'Otra noche de desvelo por culpa del vecino y su trompeta.',
  },
  { word: 'enterarse', meaning: 'to find out', example: 'No me enteré de la fiesta hasta el lunes.' },
  { word: 'aprovechar', meaning: 'to make good use of', example: 'Aproveché el puente para no hacer nada.' },
  { word: 'el merodeo', meaning: 'prowling around', example: 'El merodeo del gato alrededor del pescado.' },
  { word: 'apetecer', meaning: 'to feel like', example: '¿Te apetece un helado? (in Cali: ¿te provoca?)' },
  {
    word: 'el friolero',
    meaning: 'somebody who is always cold',
    example: 'Soy friolera, nací a mil metros pero en el trópico.',
  },
  {
    word: 'resolver',
    meaning: 'to solve, also: to get by with what there is',
    example: 'No hay harina, pero se resuelve.',
  },
  { word: 'antier', meaning: 'the day before yesterday (in Spain: anteayer)', example: 'Antier vi un arcoíris doble.' },
  {
    word: 'la querencia',
    meaning: 'the place where one feels at home',
    example: 'Mi querencia es la cocina de mi mamá.',
  },
  { word: 'el duende', meaning: 'a goblin, and what a good singer has', example: 'Canta bien, pero le falta duende.' },
  { word: 'empalagar', meaning: 'to be too sweet', example: 'El postre empalaga y la película también.' },
  { word: 'ningunear', meaning: 'to treat like a nobody', example: 'Me ninguneó delante de todos.' },
  {
    word: 'estar pendiente',
    meaning: 'to keep an eye on, to be waiting for',
    example: 'Estoy pendiente del horno, ya vuelvo.',
  },
  { word: 'el bochorno', meaning: 'sticky heat, and embarrassment', example: 'Qué bochorno, en los dos sentidos.' },
  { word: 'rezongar', meaning: 'to grumble', example: 'Rezonga, pero lava los platos.' },
  { word: 'la llovizna', meaning: 'drizzle', example: 'Eso no es lluvia, es llovizna con ambición.' },
  {
    word: 'destapar',
    meaning: 'to uncover, to open (a bottle, a secret)',
    example: 'Destapó la olla y se acabó la discusión.',
  },
  { word: 'el antojo', meaning: 'a sudden craving', example: 'Tengo antojo de mango con sal.' },
  {
    word: 'entrañable',
    meaning: 'dear, touching, from the guts',
    example: 'Tu abuela escribe unas cartas entrañables.',
  },
  { word: 'apañarse', meaning: 'to manage', example: 'Con cuatro acordes me apaño.' },
  { word: 'la manía', meaning: 'a small fixed habit', example: 'Tiene la manía de alinear los lápices.' },
  { word: 'achantarse', meaning: 'to lose one’s nerve', example: 'No te achantes, son solo verbos.' },
  { word: 'el ratico', meaning: 'a little while (Cali, and proud of it)', example: 'Quédate otro ratico.' },
  { word: 'cundir', meaning: 'to go a long way, to yield (time, food)', example: 'Hoy el día no me cundió nada.' },
  {
    word: 'la tertulia',
    meaning: 'a regular talk among friends',
    example: 'La tertulia de los viernes sobrevivió a tres bares.',
  },
  {
    word: 'empacar',
    meaning: 'to pack (in Spain: hacer la maleta)',
    example: 'Empaqué en diez minutos y olvidé el cepillo.',
  },
  { word: 'el pereque', meaning: 'a nuisance (Colombia)', example: 'No ponga pereque y venga a bailar.' },
];
