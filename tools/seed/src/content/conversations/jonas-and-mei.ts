import type { Conversation } from '../content-types';
import { day, hour, jonas, mei } from './speakers';

/** A very long German sentence, taken apart. */
export const jonasAndMei: Conversation = {
  kind: 'direct',
  members: ['mei@parley.example', 'jonas@parley.example'],
  readUpTo: { 'jonas@parley.example': 17 },
  messages: [
    mei(
      27 * day,
      'Guten Tag Jonas, ich bin Mei aus Chengdu. Ich lese Stifter mit einem Wörterbuch und einem Lineal. Haben Sie Geduld?',
    ),
    jonas(
      27 * day - 5 * hour,
      'Guten Tag Mei! Geduld ja, Stifter gelesen: in der Schule, unter Protest. Sagen wir du?',
    ),
    mei(26 * day, 'Gern: du. 你好！ Mein Problem ist dieser Satz, ich finde das Verb nicht.'),
    mei(
      26 * day - 1,
      '> „Das Wehen der Luft, das Rieseln des Wassers, das Wachsen der Getreide, das Wogen des Meeres, das Grünen der Erde, das Glänzen des Himmels, das Schimmern der Gestirne halte ich für groß.“',
    ),
    jonas(
      26 * day - 3 * hour,
      'Schöner Satz! Das Verb wartet fast ganz hinten: **halte**. „Ich halte X für groß“ — und X ist alles davor.',
    ),
    mei(26 * day - 3 * hour - 20, 'Also sieben Dinge in einem Korb, und der Griff ist am Ende.'),
    jonas(26 * day - 3 * hour - 21, 'Besser hat mir das noch niemand erklärt, und ich bin Deutscher 😄'),
    jonas(
      20 * day,
      'Now you: I would like to understand one Chinese poem. Just one. The short one about the moon that everyone knows.',
    ),
    mei(20 * day - 6 * hour, '床前明月光，', '疑是地上霜。', '举头望明月，', '低头思故乡。'),
    mei(
      20 * day - 6 * hour - 4,
      'Li Bai. Word for word: *bed – before – bright – moon – light / seem – is – ground – on – frost / lift – head – look – bright moon / lower – head – think – old home.*',
    ),
    jonas(20 * day - 8 * hour, 'No “I”, no tense, no articles. And yet I see exactly where he sits.'),
    mei(20 * day - 8 * hour - 9, '对！ The reader has to sit there. If you write “I”, the bed is occupied.'),
    jonas(19 * day, 'I have 举头 / 低头 on a note on my screen now. My colleague thinks it is about posture.'),
    mei(18 * day, '哈哈哈 that also is correct'),
    mei(10 * day, 'Frage: „gemütlich“, „behaglich“, „heimelig“. Mein Wörterbuch sagt dreimal 舒适. Es lügt, oder?'),
    jonas(
      10 * day - 2 * hour,
      'Es lügt. **Gemütlich**: Menschen, Sofa, keine Eile. **Behaglich**: der Körper, Wärme, ein Ofen. **Heimelig**: ein Ort, der so tut, als kenne er dich schon.',
    ),
    mei(
      10 * day - 3 * hour,
      'Dann ist mein Teehaus heimelig, der Stuhl behaglich und der Regen macht es gemütlich. ☔',
    ),
    jonas(10 * day - 3 * hour - 5, 'Ohne Fehler. Ich habe nichts zu tun hier'),
    mei(
      9 * hour,
      'Ich habe Stifters „Bergkristall“ beendet!! Ohne Lineal. Ich habe geweint, als die Kinder die Kerzen sehen. 谢谢你，Jonas.',
    ),
  ],
};
