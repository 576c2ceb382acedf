/** A saying, what the words say, and what is meant. */
export interface Idiom {
  readonly phrase: string;
  readonly literally: string;
  readonly meaning: string;
}

export const idioms: readonly Idiom[] = [
  { phrase: 'dar papaya', literally: 'to give papaya', meaning: 'to make it easy for thieves and jokers' },
  { phrase: 'tomar el pelo', literally: 'to take the hair', meaning: 'to pull somebody’s leg' },
  { phrase: 'estar en las nubes', literally: 'to be in the clouds', meaning: 'not listening, as you on Mondays' },
  { phrase: 'echar una mano', literally: 'to throw a hand', meaning: 'to help' },
  {
    phrase: 'no tener pelos en la lengua',
    literally: 'to have no hair on the tongue',
    meaning: 'to say what one thinks',
  },
  { phrase: 'meter la pata', literally: 'to put the paw in', meaning: 'to blunder' },
  { phrase: 'ser pan comido', literally: 'to be eaten bread', meaning: 'to be very easy' },
  { phrase: 'costar un ojo de la cara', literally: 'to cost an eye of the face', meaning: 'very expensive' },
  { phrase: 'hacer una vaca', literally: 'to make a cow', meaning: 'everybody puts in money for something (Colombia)' },
  { phrase: 'quedarse en blanco', literally: 'to stay in white', meaning: 'to forget everything at once' },
  { phrase: 'estar como una cabra', literally: 'to be like a goat', meaning: 'to be a bit mad, with love' },
  { phrase: 'pasar la noche en vela', literally: 'to spend the night in candle', meaning: 'not to sleep' },
  { phrase: 'consultarlo con la almohada', literally: 'to consult it with the pillow', meaning: 'to sleep on it' },
  { phrase: 'irse por las ramas', literally: 'to go along the branches', meaning: 'to lose the thread' },
  { phrase: 'ponerse las pilas', literally: 'to put in one’s batteries', meaning: 'to get going' },
  {
    phrase: 'buscarle tres pies al gato',
    literally: 'to look for three feet on the cat',
    meaning: 'to complicate things',
  },
  { phrase: 'tener mala leche', literally: 'to have bad milk', meaning: 'to have a nasty temper' },
  { phrase: 'llover a cántaros', literally: 'to rain jugs', meaning: 'it pours' },
  { phrase: 'estar hecho polvo', literally: 'to be made dust', meaning: 'to be exhausted' },
  { phrase: 'dar en el clavo', literally: 'to hit the nail', meaning: 'to be exactly right' },
  {
    phrase: 'mamar gallo',
    literally: 'let’s not translate it',
    meaning: 'to joke around (Colombia), García Márquez loved it',
  },
  { phrase: 'comerse el coco', literally: 'to eat one’s coconut', meaning: 'to think too much' },
  { phrase: 'a ojo de buen cubero', literally: 'by the eye of a good cooper', meaning: 'roughly, without measuring' },
  { phrase: 'hacer el agosto', literally: 'to make one’s August', meaning: 'to earn a lot in a short time' },
  {
    phrase: 'no hay moros en la costa',
    literally: 'an old coast guard’s phrase',
    meaning: 'the coast is clear. Know it, use it less',
  },
  { phrase: 'dejar plantado', literally: 'to leave planted', meaning: 'not to show up. Never do it to me' },
  { phrase: 'pillar in fraganti', literally: 'to catch in fragrance, kind of', meaning: 'red-handed' },
  { phrase: 'sudar la gota gorda', literally: 'to sweat the fat drop', meaning: 'to work very hard' },
  { phrase: 'irse la olla', literally: 'the pot goes away', meaning: 'to lose one’s mind for a second' },
  {
    phrase: 'estar de Rodríguez',
    literally: 'to be of Rodríguez',
    meaning: 'home alone while the family is on holiday',
  },
  { phrase: 'echar agua al mar', literally: 'to throw water into the sea', meaning: 'to do something useless' },
  { phrase: 'tirar la toalla', literally: 'to throw the towel', meaning: 'to give up. Forbidden here' },
];
