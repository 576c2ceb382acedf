import { type Line, ana, jonas } from '../line';

/** Things sent on the way, often at noon, with the answer they got. */
export const links: readonly (readonly Line[])[] = [
  [
    jonas('The page I meant yesterday: https://www.typescriptlang.org/docs/handbook/2/narrowing.html'),
    ana('printing it and putting it in the bathroom'),
  ],
  [ana('https://dle.rae.es/sobremesa look, it is official'), jonas('the Academy agrees, I may stay at the table')],
  [
    jonas(
      'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/DateTimeFormat for your calendar problem',
    ),
    ana('“Intl” sounds like an airport and behaves like one'),
  ],
  [
    ana('song for Thursday, write down the verbs you hear: https://example.com/canciones/llorona'),
    jonas('I hear four and a half'),
  ],
  [
    jonas('https://www.typescriptlang.org/play is where I try things out. No installation, no guilt'),
    ana('I have lost two hours there. Happy hours'),
  ],
  [
    ana('https://dle.rae.es/ojal%C3%A1 from Arabic, Layla was right'),
    jonas('The most beautiful etymology on one line'),
  ],
  [ana('radio to fall asleep to, slow and clear: https://example.org/radio/clasica'), jonas('I fell asleep. 10/10')],
  [
    jonas('This explains closures with drawings: https://example.org/closures-illustrated'),
    ana('the drawing with the backpack!! now I SEE it'),
  ],
  [
    ana('https://example.com/recetas/pandebono the original, do not change the cheese'),
    jonas('I changed the cheese'),
    ana('I know. I felt it'),
  ],
  [
    jonas('https://developer.mozilla.org/docs/Web/API/AbortController as promised'),
    ana('saving it next to the one from last week that I also did not read yet'),
  ],
  [
    ana('map of where people say vos and where tú: https://example.org/mapas/voseo'),
    jonas('Montevideo: both, and one more that they invented for me'),
  ],
  [jonas('https://nodejs.org/api/test.html a test runner that is simply there'), ana('like the good cousins')],
  [
    ana('this is the bridge where I grew up https://example.com/photos/puente-ortiz'),
    jonas('So it exists! I had it in black and white in my head'),
  ],
  [
    jonas('https://developer.mozilla.org/docs/Web/CSS/CSS_grid_layout look at the first picture only'),
    ana('the first picture is enough for a whole year'),
  ],
  [
    ana('https://www.deutschland.de I am reading the Spanish version, it does not count'),
    jonas('Everything counts after 22:00'),
  ],
  [
    jonas('https://www.w3.org/WAI/tips/writing/ how to write so that everybody can read it'),
    ana('this is not about websites. This is about LIFE'),
  ],
  [
    ana('exam from last year to practise: https://example.org/dele/modelo-b1'),
    jonas('Part 3 has a text about bees. I am prepared, I know a beekeeper'),
  ],
  [jonas('https://semver.org for your question about the three numbers'), ana('major, minor, oops')],
];
