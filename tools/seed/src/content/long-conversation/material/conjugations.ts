/** What Ana asks for, in the order of each verb's forms below. */
export const conjugationPrompts: readonly string[] = [
  'yo, presente',
  'ella, pretérito',
  'nosotros, subjuntivo',
  'tú, futuro',
  'ellos, imperfecto',
  'yo, imperfecto de subjuntivo',
];

export const conjugations: readonly (readonly [infinitive: string, ...forms: string[]])[] = [
  ['tener', 'tengo', 'tuvo', 'tengamos', 'tendrás', 'tenían', 'tuviera'],
  ['hacer', 'hago', 'hizo', 'hagamos', 'harás', 'hacían', 'hiciera'],
  ['decir', 'digo', 'dijo', 'digamos', 'dirás', 'decían', 'dijera'],
  ['venir', 'vengo', 'vino', 'vengamos', 'vendrás', 'venían', 'viniera'],
  ['poner', 'pongo', 'puso', 'pongamos', 'pondrás', 'ponían', 'pusiera'],
  ['salir', 'salgo', 'salió', 'salgamos', 'saldrás', 'salían', 'saliera'],
  ['saber', 'sé', 'supo', 'sepamos', 'sabrás', 'sabían', 'supiera'],
  ['poder', 'puedo', 'pudo', 'podamos', 'podrás', 'podían', 'pudiera'],
  ['querer', 'quiero', 'quiso', 'queramos', 'querrás', 'querían', 'quisiera'],
  ['traer', 'traigo', 'trajo', 'traigamos', 'traerás', 'traían', 'trajera'],
  ['caber', 'quepo', 'cupo', 'quepamos', 'cabrás', 'cabían', 'cupiera'],
  ['dormir', 'duermo', 'durmió', 'durmamos', 'dormirás', 'dormían', 'durmiera'],
  ['pedir', 'pido', 'pidió', 'pidamos', 'pedirás', 'pedían', 'pidiera'],
  ['oír', 'oigo', 'oyó', 'oigamos', 'oirás', 'oían', 'oyera'],
  ['ir', 'voy', 'fue', 'vayamos', 'irás', 'iban', 'fuera'],
  ['dar', 'doy', 'dio', 'demos', 'darás', 'daban', 'diera'],
  ['ver', 'veo', 'vio', 'veamos', 'verás', 'veían', 'viera'],
  ['caer', 'caigo', 'cayó', 'caigamos', 'caerás', 'caían', 'cayera'],
  ['conducir', 'conduzco', 'condujo', 'conduzcamos', 'conducirás', 'conducían', 'condujera'],
  ['jugar', 'juego', 'jugó', 'juguemos', 'jugarás', 'jugaban', 'jugara'],
  ['conocer', 'conozco', 'conoció', 'conozcamos', 'conocerás', 'conocían', 'conociera'],
  ['empezar', 'empiezo', 'empezó', 'empecemos', 'empezarás', 'empezaban', 'empezara'],
  ['sentir', 'siento', 'sintió', 'sintamos', 'sentirás', 'sentían', 'sintiera'],
  ['morir', 'muero', 'murió', 'muramos', 'morirás', 'morían', 'muriera'],
  ['leer', 'leo', 'leyó', 'leamos', 'leerás', 'leían', 'leyera'],
  ['reír', 'río', 'rio', 'riamos', 'reirás', 'reían', 'riera'],
];

export const drillCalls: readonly string[] = [
  'rapid fire! no thinking:',
  'five seconds per verb, go',
  'warm up, without looking:',
  'a little torture, with love:',
  'before we start, three verbs:',
  'verbs! hands off the dictionary',
  'quick round, winner gets an arepa:',
  'vamos con los feos:',
];

export const drillHits: readonly string[] = [
  '✅',
  'eso.',
  'bien.',
  'sí señor.',
  'perfecto.',
  '👏',
  'correcto.',
  'obvio.',
  'muy bien.',
  'uy, rápido.',
];

export const drillMisses: readonly string[] = [
  'casi!',
  'no no no',
  'logical, and wrong:',
  'I wish it was so easy:',
  'that is what children say, very sweet:',
  'nice try:',
];

export const drillEnds: readonly string[] = [
  'you would have lost last year. Look at you now',
  'enough, before your head smokes',
  'arepa earned',
  'the irregular ones are like cousins: few, loud, and always there',
  'tomorrow again. It must come like breathing',
  'good. Now use one of them in a real sentence before midnight',
  'ya, ya, te dejo en paz',
  'the slow ones are the ones you will remember',
];
