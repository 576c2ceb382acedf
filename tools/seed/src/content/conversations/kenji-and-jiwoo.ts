import type { Conversation } from '../content-types';
import { day, hour, jiwoo, kenji } from './speakers';

/** One stool. */
export const kenjiAndJiwoo: Conversation = {
  kind: 'direct',
  members: ['jiwoo@parley.example', 'kenji@parley.example'],
  messages: [
    jiwoo(19 * day, '渡辺さん、はじめまして。ジウと申します。椅子を一つ作りたいです。本当に一つだけ。'),
    kenji(19 * day - 3 * hour, 'はじめまして。一つだけ、いいですね。脚は三本ですか、四本ですか。'),
    jiwoo(19 * day - 3 * hour - 8, '三本がいいです。三本なら、がたがたしない…でしょう？'),
    kenji(
      19 * day - 4 * hour,
      'そうです。Three legs never argue with the floor. 저는 한국어를 연습하고 싶어요. 조금 느려요.',
    ),
    jiwoo(19 * day - 4 * hour - 3, '천천히 하세요! 아주 자연스러워요 👍'),
    kenji(
      12 * day,
      '오늘 나무를 골랐어요. 호두나무예요. — Is 골랐어요 right? The dictionary gave me 고르다 and I was not sure where the second ㄹ comes from.',
    ),
    jiwoo(
      12 * day - 30,
      'Right! 고르다 → 골라요 → 골랐어요. The 르 verbs do that: 모르다 → 몰라요, 부르다 → 불러요. It doubles when it gets excited.',
    ),
    kenji(12 * day - 45, 'Like wood when it is wet.'),
    jiwoo(
      5 * day,
      '座面ができました！でも、穴の角度がちょっと… 88度でした。写真：https://example.com/stool/hole-88-degrees',
    ),
    kenji(
      5 * day - 2 * hour,
      '88度でも座れます。人間もまっすぐではありません。次の穴も88度にしてください。そうすれば、それは設計です。',
    ),
    jiwoo(5 * day - 2 * hour - 4, '「そうすれば設計です」😂 I will use this in the edit suite every day'),
    jiwoo(1 * day + 2 * hour, '앉았어요!!! 안 무너졌어요!!! 座りました！！！'),
    kenji(
      1 * day,
      '축하해요. 이제 커피를 마시면서 앉아 있으세요. I would like a photo of the stool with you on it. Both of you should look proud.',
    ),
  ],
};
