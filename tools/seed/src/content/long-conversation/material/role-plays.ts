/** What the market, the restaurant and the street are made of when Ana and Jonas play them. */
export interface Good {
  readonly article: 'los' | 'las';
  readonly name: string;
  readonly praise: string;
}

export const goods: readonly Good[] = [
  { article: 'los', name: 'tomates', praise: 'dulces como un domingo' },
  { article: 'las', name: 'naranjas', praise: 'de mi propio huerto' },
  { article: 'las', name: 'aceitunas', praise: 'partidas a mano' },
  { article: 'las', name: 'cerezas', praise: 'las primeras del año' },
  { article: 'las', name: 'alcachofas', praise: 'tiernas, tiernas' },
  { article: 'los', name: 'boquerones', praise: 'que todavía saludan' },
  { article: 'los', name: 'aguacates', praise: 'para hoy o para mañana, usted manda' },
  { article: 'los', name: 'garbanzos', praise: 'remojados desde anoche' },
  { article: 'los', name: 'higos', praise: 'que no llegan a casa' },
  { article: 'los', name: 'mejillones', praise: 'de roca' },
  { article: 'los', name: 'calabacines', praise: 'feos pero honrados' },
  { article: 'las', name: 'almendras', praise: 'tostadas esta mañana' },
  { article: 'las', name: 'setas', praise: 'de las que no matan' },
  { article: 'los', name: 'pimientos', praise: 'unos pican y otros no' },
];

export const amounts: readonly string[] = [
  'medio kilo de',
  'un kilo de',
  'cuarto de kilo de',
  'un puñado de',
  'dos kilos de',
  'tres cuartos de',
];

export const prices: readonly string[] = [
  'dos cincuenta',
  'tres con veinte',
  'uno noventa',
  'cuatro euros',
  'seis con ochenta',
  'dos con diez',
  'cinco setenta',
];

export const vocatives: readonly string[] = [
  'rey',
  'guapo',
  'joven',
  'corazón',
  'caballero',
  'mi amor',
  'vecino',
  'hijo',
];

export const gifts: readonly string[] = [
  'y le regalo el perejil',
  'y una ramita de hierbabuena de parte de la casa',
  'y vuelva, que hace días que no lo veo',
  'y la bolsa no se la cobro por esos ojos',
  'y pruebe esta, pruebe, pruebe',
  'y recuerdos a su abuela',
];

export const marketSlips: readonly string[] = [
  'you said “quiero”. Works, but **me pone** is how you become a regular',
  '“¿a cómo están?” perfect. Prices move, so they *están*',
  'do not say “por favor” three times, they will think that you are ill',
  'and she said *rey* and you did not faint. Progress',
  'numbers: you breathed before “setenta”. I heard it',
  'next time you begin, and you complain about the size',
  'the lady would have given you two figs more for “buenísimas”',
  'zero mistakes, only fear',
];

export const dishes: readonly (readonly [dish: string, question: string, explanation: string])[] = [
  ['las patatas revolconas', '¿Qué son exactamente?', 'Un puré con pimentón y torreznos. Llora usted de gusto.'],
  ['el esgarraet', '¿Eso se come o se conduce?', 'Pimiento asado con bacalao, señor. Frío. De aquí.'],
  ['el sancocho', '¿Lleva carne?', 'Lleva gallina, yuca, plátano y toda la mañana.'],
  ['la fideuà', '¿Es como la paella?', 'No le diga eso al cocinero.'],
  ['el lulo', '¿Es una persona?', 'Es una fruta. Ácida, verde y un poco loca.'],
  ['los callos', '¿Me van a gustar?', 'No. Pero los va a contar toda la vida.'],
  ['el all i pebre', '¿De qué es?', 'De anguila. Cierre los ojos y mastique.'],
  ['las torrijas', '¿Son muy dulces?', 'Son pan viejo que murió feliz.'],
  ['el ajoblanco', '¿Está caliente?', 'Frío, de almendras. Como la siesta, pero en plato.'],
  ['el mondongo', '¿Puedo preguntar qué es?', 'Puede preguntar mañana.'],
];

export const complaints: readonly string[] = [
  'Perdone, la sopa está hablando con mi vino.',
  'Disculpe, pedí agua sin gas y esta protesta.',
  'Perdone, creo que esta cuenta es de otra familia, más grande.',
  'Disculpe, ¿podría traerme otra cuchara? Esta ya trabajó hoy.',
  'Oiga, el pan está más cansado que yo.',
  'Perdone, llevo media hora enamorado de la carta.',
];

export const landmarks: readonly string[] = [
  'la estación',
  'el puente de las flores',
  'la farmacia',
  'el mercado',
  'la torre que cojea',
  'el quiosco cerrado',
  'la plaza redonda',
  'el horno de pan',
  'la fuente sin agua',
  'el cine viejo',
];

export const turns: readonly string[] = [
  'siga recto hasta',
  'gire a la derecha en',
  'tuerza a la izquierda en',
  'cruce hacia',
  'deje atrás',
  'suba dos manzanas desde',
  'rodee despacio',
  'busque primero',
];

export const lostReplies: readonly string[] = [
  'Entonces… ¿estoy más cerca o más lejos que antes?',
  '¿Y no hay un tranvía para los alemanes?',
  'Perfecto, ya estoy perdido con precisión.',
  '¿Puede repetirlo, pero como si yo tuviera cinco años?',
  'Gracias, señora. Voy a sentarme y vivir aquí.',
  'Muy amable. ¿Y si me invita a un café y me lleva?',
];
