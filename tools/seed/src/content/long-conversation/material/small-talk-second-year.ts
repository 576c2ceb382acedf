import { type Line, ana, jonas } from '../line';

/** More of life, when the two know each other better. */
export const smallTalkOfTheSecondYear: readonly (readonly Line[])[] = [
  [
    jonas('Confieso algo: le hablo en español a la planta de la oficina.'),
    ana('¿tú o usted?'),
    jonas('Usted. Es mayor que yo.'),
  ],
  [
    ana('Marta passed her A2. MARTA. The one who came once, cried and left!!'),
    jonas('Then she has a level now. Take the `?` away 🥲'),
    ana('I am not crying, it is the onion'),
  ],
  [
    jonas('Mi sobrino me preguntó si Ana es una persona o un programa.'),
    ana('what did you tell him'),
    jonas('Que los programas no cantan cuando corrigen.'),
  ],
  [
    ana('trombone update: it is a SONG now. With an end'),
    jonas('¿Cuál?'),
    ana('“Bésame mucho”, in the key of patience'),
  ],
  [
    jonas('Hoy dirigí una reunión entera y no dije “actually” ni una vez.'),
    ana('qué dijiste'),
    jonas('“En realidad”. Nadie lo notó, pero fue con acento de Cali.'),
  ],
  [
    ana('I made a table with flexbox and then another table with wood. The wooden one is crooked'),
    jonas('`align-items: baseline`'),
    ana('I put a book under it'),
  ],
  [
    jonas(
      'Third box of letters. In this one she stops writing “hier” and starts writing “acá”. I can see the exact month.',
    ),
    ana('which one?'),
    jonas('Octubre de 1963. Between one Tuesday and the next'),
    ana('that is when one arrives. Not with the ship'),
  ],
  [
    ana('my thursday group has a name now: Los Subjuntivos'),
    jonas('Ojalá ganen'),
    ana('GANEN. perfecto. They are very bad'),
  ],
  [
    jonas('La bici nueva es azul. No “azul casi”. Azul.'),
    ana('and the lock?'),
    jonas('Dos candados y una nota en español por si el ladrón es culto.'),
  ],
  [
    ana('it is 41 degrees. The keyboard is soft. I type with respect'),
    jonas('Close the shutters, open them at six, drink.'),
    ana('you sound like my mother but with numbers'),
  ],
  [
    jonas('I led the seventy-year-old lady today. LED. Eight counts and a turn'),
    ana('and what did she say?'),
    jonas('“Por fin, mijo. Ahora sin contar.”'),
    ana('💃💃💃'),
  ],
  [
    ana('somebody wrote me an email with the subject “bug” and the text “gracias”'),
    jonas('Maybe the bug was you being away'),
    ana('ay. That is a very German compliment'),
  ],
  [
    jonas('Un compañero me pidió que le explicara los genéricos. Le conté lo de las dos hermanas. Aplaudió.'),
    ana('royalties in bread please'),
  ],
  [ana('I dreamed that I was a Promise and nobody awaited me'), jonas('Unhandled?'), ana('I woke up before the crash')],
  [
    jonas('En la panadería turca me preguntaron de dónde es mi acento. ¡Cuando hablo ALEMÁN!'),
    ana('it begins. Soon you will be late to things'),
    jonas('Ayer llegué cuatro minutos tarde y no pasó nada. Nada, Ana.'),
  ],
  [
    ana(
      'my mother has learned to send voice messages. Eleven minutes. There is a recipe, a funeral and a weather report',
    ),
    jonas('At 1.5 times the speed?'),
    ana('she IS already 1.5'),
  ],
  [
    jonas('Fallas! I saw the videos. You burn everything? The whole thing? On purpose?'),
    ana('a year of work, one night, and we cry and eat buñuelos'),
    jonas('That is also how we do releases'),
  ],
  [
    ana('the woman from the third floor died. Ninety-one. Her chair is still on the landing, we all greet it'),
    jonas('Lo siento mucho, Ana.'),
    ana('gracias. She taught me to say “xe, què bo”. I will say it for her'),
    jonas('Xe, què bo.'),
  ],
  [
    jonas('Compré harina de maíz en una tienda de Neukölln y el señor me dijo “parce”. ¡Parce!'),
    ana('you found the consulate'),
  ],
  [
    ana('pull request number 100 in my own repository. Nobody to celebrate with but the sourdough'),
    jonas('🎂 ¡Cien! Number 1 was called “hola in colours”'),
    ana('and number 100 is called “remove hola”. Time is cruel'),
  ],
  [
    jonas('My mother asked me to read her one letter aloud in Spanish. She didn’t understand it. She said: “again”.'),
    ana('❤️‍🩹'),
    ana('which one did you choose'),
    jonas('La del perro que duerme.'),
  ],
  [
    ana('I did a whole salsa class in German today. Two students from Köln. “Das Nichts ist der Tanz”'),
    jonas('Heidegger would have liked your class'),
    ana('he counts aloud, I am sure'),
  ],
  [
    jonas('El vuelo está comprado: Berlín, Madrid, Montevideo. Tres semanas.'),
    ana('the empty suitcase or the one with the books?'),
    jonas('Las dos.'),
  ],
  [
    ana('do you remember when you could only order a beer and apologise for it'),
    jonas('Ahora puedo disculparme en subjuntivo.'),
    ana('y pedir la cerveza en condicional. We did a good job, Weber'),
  ],
];
