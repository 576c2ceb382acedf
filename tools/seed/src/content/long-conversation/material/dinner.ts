/** What is on the stove in Berlin and in Valencia. */
export const jonasDishes: readonly string[] = [
  'lentejas',
  'sopa de calabaza',
  'pasta con lo que había',
  'una tortilla que se rompió',
  'arepas número treinta',
  'patatas con requesón',
  'un bocadillo triste',
  'curry de garbanzos',
  'pizza, pero de la panadería',
  'huevos',
  'remolacha, otra vez remolacha',
  'pan con mantequilla',
  'arroz, esta vez no quemado',
  'albóndigas de mi hermana',
  'espárragos, es la temporada',
  'sobras del domingo',
];

export const jonasSides: readonly string[] = [
  'con mucho comino',
  'con pan de ayer',
  'y una ensalada por culpa',
  'sin sal, me olvidé',
  'de pie, junto a la ventana',
  'con pepinillos, no me juzgues',
  'y vino de tres euros',
  'demasiado picante para un alemán',
  'y de postre, una mandarina',
  'en el plato bueno, porque es jueves',
  'con mi vecina, que trajo el queso',
  'y ya son las seis y media, lo sé, lo sé',
];

export const anaDishes: readonly string[] = [
  'sancocho for eight and we are three',
  'arepas con hogao',
  'rice with an egg on top, dinner of champions',
  'the tomatoes of the octopus lady, with nothing',
  'lentils, my mother on the phone conducting',
  'fideuà from the bar downstairs, I am only human',
  'a mango over the sink',
  'patacones, the kitchen is a battlefield',
  'croquetas that look like shoes',
  'ajiaco, it rained so it is allowed',
  'toast, and ambition',
  'leftovers with a new name',
  'gazpacho from a glass, without spoon, without shame',
  'empanadas! I folded them during your last question',
  'nothing yet, it is only nine o’clock',
  'tortilla. Con cebolla. Do not start',
];

export const dinnerQuestions: readonly string[] = [
  '¿qué cenaste?',
  'first the important thing: what is for dinner',
  '¿ya comiste?',
  'I hear a pan. What is in it?',
  'en español y con adjetivos: ¿qué hay de cenar?',
  'dinner report please',
  'y de comer, ¿qué?',
  'tell me what you eat and I tell you which verb you need',
];

export const dinnerVerdicts: readonly string[] = [
  'respetable',
  'at HALF PAST SIX? that is a snack',
  'qué rico, de verdad',
  'ay, Jonas. I am sending a parcel',
  'subject, verb, hunger: perfect sentence',
  'I would eat that',
  'my mother says: more garlic',
  'con ese adjetivo me convences',
];
