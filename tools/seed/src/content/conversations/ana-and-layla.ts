import type { Conversation } from '../content-types';
import { ana, day, hour, layla } from './speakers';

/** Two teachers, and four thousand words that crossed the sea. */
export const anaAndLayla: Conversation = {
  kind: 'direct',
  members: ['layla@parley.example', 'ana@parley.example'],
  messages: [
    layla(
      29 * day,
      'مرحبا Ana! I know Arabic is not on your list 🙂 but I want to learn Spanish and I thought: you already speak some Arabic, you only do not know it.',
    ),
    ana(29 * day - 40, 'I do??'),
    layla(
      29 * day - 44,
      'Say after me:',
      '',
      '- *azúcar* — السكّر (as-sukkar)',
      '- *aceite* — الزيت (az-zayt)',
      '- *almohada* — المخدّة (al-mikhadda)',
      '- *ojalá* — إن شاء الله (in sha’ Allah)',
      '',
      'See? You have been speaking it at breakfast.',
    ),
    ana(29 * day - 50, 'my pillow is Arabic. My OIL is Arabic. I say ojalá forty times a day'),
    layla(29 * day - 51, 'Then we are cousins. أهلاً وسهلاً 💛'),
    ana(26 * day, 'ok cousin, write your first sentence in Spanish, whatever comes'),
    layla(
      26 * day - 5 * hour,
      'Yo soy maestra y tengo treinta y dos niños. Todos los días ellos preguntan “¿por qué?”',
    ),
    ana(
      26 * day - 6 * hour,
      'That is A2 already, who told you “beginner”?! Only: leave out *yo* and *ellos*, the verb already says who. Soy maestra. Preguntan. Spanish is economical, except when it tells stories',
    ),
    layla(26 * day - 6 * hour - 8, 'In Arabic too! أكتب is “I write”, all in one word. I was being polite to English.'),
    layla(
      22 * day,
      'One for you. مائدة is the table with the food on it. طاولة is only the table. Which one do you sit at?',
    ),
    ana(22 * day - 3 * hour, 'mesa for both 😢 but we have *sobremesa*: the hour after eating when nobody stands up'),
    layla(22 * day - 3 * hour - 4, 'You have a word for the HOUR? I take it. We only have the hour.'),
    ana(14 * day, 'how do I write my name? I tried to copy it and the letters held hands in the wrong places'),
    layla(
      14 * day - 100,
      'آنا — alif with a little hat (long aa), then noon, then alif. After noon the hands hold; alif never gives its hand to the next one. It is a proud letter.',
    ),
    ana(14 * day - 120, 'https://example.com/photos/ana-en-arabe.jpg'),
    layla(14 * day - 125, 'ممتاز! The noon is a little fat, like a good bowl. Do ten more.'),
    layla(
      4 * day + 4 * hour,
      'La sobremesa de hoy: tres horas. Mi hermano habló de política y mi madre durmió con los ojos abiertos.',
    ),
    ana(
      4 * day + 2 * hour,
      '“durmió con los ojos abiertos” qué imagen!! And *durmió* with u, you noticed by yourself. ⭐',
    ),
    layla(4 * day + 100, 'شكراً يا أستاذة. See you at the Sunday table, I bring the words, you bring the hour.'),
  ],
};
