/** Building blocks for making and moving appointments. */
export const weekdays: readonly (readonly [spanish: string, english: string])[] = [
  ['el lunes', 'Monday'],
  ['el martes', 'Tuesday'],
  ['el miércoles', 'Wednesday'],
  ['el jueves', 'Thursday'],
  ['el viernes', 'Friday'],
  ['el domingo', 'Sunday'],
];

export const eveningHours: readonly string[] = ['18:30', '19:00', '19:15', '19:30', '20:00', '20:15', '20:30', '21:00'];

export const anaObstacles: readonly string[] = [
  'I have parents’ evening and they all want to talk',
  'my salsa group moved its day again',
  'the dentist wants to see me',
  'a student has her exam and I promised to sit outside the door',
  'the plumber comes “between three and nine”',
  'my cousin is in town for exactly one dinner',
  'I have to give back a van that I never wanted',
  'the lady from the third floor turns ninety',
  'they cut the water in the building and I flee to a friend',
  'I teach until late, the substitute has a fever',
];

export const jonasObstacles: readonly string[] = [
  'tenemos un lanzamiento y nadie sabe qué se lanza',
  'es el concierto del coro',
  'cuido al hijo de mi hermana, tiene cuatro años y muchas preguntas',
  'viajo a Múnich y el tren, ya sabes',
  'hay reunión de vecinos por una maceta',
  'ceno con mi jefa, deséame suerte',
  'me toca turno de guardia y el teléfono manda',
  'es el cumpleaños de mi padre, tarta obligatoria',
  'llega el sofá nuevo, por la ventana',
  'voy al taller con la bici antes de que cierre',
];

export const anaAgrees: readonly string[] = [
  'perfect, in my calendar with a heart',
  'sí, sin problema',
  'dale, así quedamos',
  'works! more time for my homework, he he',
  'ok but do not be late, I make arepas',
  'vale vale vale',
  'yes!! even better',
  'no problem, go',
];

export const jonasAgrees: readonly string[] = [
  'Perfecto, apuntado.',
  'Sí, me va muy bien.',
  'Claro. Así duermo una noche más sobre el subjuntivo',
  'Sin problema, ¡suerte!',
  'De acuerdo. ¿La misma tarea?',
  'Vale, lo cambio en el calendario',
  'Passt! Hasta entonces.',
  'Ningún problema, cuídate.',
];
