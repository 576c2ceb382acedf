import type { Conversation } from '../content-types';
import { ana, day, hour, kenji } from './speakers';

/** A guitar maker and a teacher who has four chords. */
export const anaAndKenji: Conversation = {
  kind: 'direct',
  members: ['ana@parley.example', 'kenji@parley.example'],
  messages: [
    ana(
      41 * day,
      'Hello Kenji. I have a guitar in the corridor and four chords. Your profile says “slowly, with good hands”. That is the nicest job offer I ever read.',
    ),
    kenji(40 * day + 7 * hour, 'Good morning Ana-san. Thank you for writing. Which four?'),
    ana(40 * day + 90, 'Em, G, C and one that I think is D but the guitar disagrees'),
    kenji(40 * day + 80, 'With these you can play half of the world. May I see a picture of your left hand?'),
    ana(40 * day + 60, 'https://example.com/photos/ana-left-hand.jpg'),
    ana(40 * day + 59, 'be gentle'),
    kenji(
      40 * day + 30,
      'The thumb is holding on for its life. Let it sleep behind the neck, opposite the second finger. And the elbow may go home, it does not need to be so high.',
    ),
    ana(40 * day + 21, 'OH'),
    ana(40 * day + 20, 'it does not hurt??'),
    kenji(40 * day + 12, 'It should never hurt. If it hurts we changed something too fast.'),
    kenji(
      36 * day,
      'Now my side. I received a letter from Oaxaca. I understood: the weather, the guitar, a dog. There is one sentence I read many times:',
    ),
    kenji(36 * day - 1, '> Su guitarra me acompaña como si me conociera desde siempre.'),
    ana(36 * day - 30, 'Ay, qué bonito. “Your guitar keeps me company **as if it had known me** since forever.”'),
    ana(
      36 * day - 32,
      'That *conociera* is the imperfect subjunctive. After **como si** it is always this one. Como si lloviera, como si fuera fácil, como si no pasara nada.',
    ),
    kenji(36 * day - 50, 'So I built a subjunctive.'),
    ana(36 * day - 51, 'You did. Out of spruce 😭'),
    kenji(
      33 * day,
      'I want to answer her. My sentence: “Gracias por su carta. Estoy muy feliz que la guitarra está bien.”',
    ),
    ana(
      33 * day - 40,
      'Almost! “Me alegra mucho **que** la guitarra **esté** bien.” A feeling + que → subjunctive. You are happy about it, you are not informing her.',
    ),
    kenji(
      33 * day - 55,
      'In Japanese I would not say that I am happy. I would say that the autumn is early and she would know.',
    ),
    ana(33 * day - 56, 'then write that!! El otoño llegó temprano. She will know.'),
    kenji(32 * day, '「今年は秋が早いです」 — El otoño llegó temprano este año.'),
    ana(32 * day - 15, 'Perfect. Nothing to correct. How do you read the Japanese?'),
    kenji(
      32 * day - 18,
      '*Kotoshi wa aki ga hayai desu.* 今年 this year, 秋 autumn, 早い early. You see the fire in 秋? Grain and fire. After the harvest they burn the field.',
    ),
    ana(32 * day - 22, 'a whole landscape in one sign. Spanish has “otoño” which only looks like somebody yawning'),
    ana(
      27 * day,
      'Week 2 report: thumb asleep, elbow at home, D sounds like D. BUT from C to G my fingers fly like pigeons',
    ),
    kenji(
      27 * day - 6 * hour,
      'Do not lift them so far. Put a small paper between the strings and the air: they may not touch it.',
    ),
    kenji(27 * day - 6 * hour - 1, 'Also there is one finger that does not need to fly at all. Which?'),
    ana(27 * day - 8 * hour, 'the third?? it stays on the same… no wait'),
    ana(27 * day - 8 * hour - 2, 'no, it moves. But it can *slide*! It never has to leave the string!'),
    kenji(27 * day - 14 * hour, 'はい。That is the whole secret of guitar. Look for what can stay.'),
    ana(27 * day - 14 * hour - 20, 'I am writing this on the wall'),
    kenji(
      19 * day,
      'A question about words. She writes *ahorita*. The dictionary says “right now”. But she says she will send the photographs ahorita and it was in March.',
    ),
    ana(19 * day - 25, '😂😂😂'),
    ana(
      19 * day - 27,
      'In Mexico *ahorita* is between now and never. In Cali too. The smaller you make the “now”, the longer it takes. Ahora < ahorita < ahoritica.',
    ),
    kenji(19 * day - 40, 'We have そのうち (*sono uchi*). “Before long.” It also means March.'),
    ana(
      12 * day,
      'I PLAYED A SONG. Whole. With both hands. My neighbour knocked and I thought she would complain and she asked which song it was',
    ),
    kenji(12 * day - 5 * hour, 'おめでとうございます 🎉 Which song was it?'),
    ana(12 * day - 5 * hour - 9, '“Cielito lindo”, the slow way. In G. Twice, because she came in'),
    kenji(12 * day - 5 * hour - 30, 'Then you have had your first concert. One person is a concert.'),
    kenji(
      5 * day,
      'Next: bass with the thumb. 1 – 5 – 1 – 5, nothing else, for one week. It will be boring until Thursday.',
    ),
    ana(5 * day - 3 * hour, 'why Thursday'),
    kenji(5 * day - 9 * hour, 'I do not know. It is always Thursday.'),
    ana(1 * day + 2 * hour, 'It is Thursday. It works. I am a bit scared of you'),
    kenji(1 * day - 4 * hour, 'Mañana **tocaré** para ti una cosa pequeña con el bajo así. ¿Es correcto “tocaré”?'),
    ana(
      1 * day - 5 * hour,
      'Sí: tocaré. Or “voy a tocar”, which is what we really say. Both are right, the first one wears a tie.',
    ),
    kenji(4 * hour, 'Voy a tocar. 今日はネクタイなし。(No tie today.)'),
    ana(3 * hour + 12, 'jajaja. Saturday 18:00 mine, so 2:00 yours?? no no. 10:00 mine, 18:00 yours?'),
    kenji(3 * hour, 'Sí. Voy a preparar té y paciencia. 🍵'),
  ],
};
