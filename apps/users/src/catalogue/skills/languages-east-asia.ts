import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of East and South-East Asia. */
export const languagesEastAsia: readonly CatalogueSkill[] = [
  {
    id: '01a19b83-f8b3-7235-9db2-4243fdc4bd97',
    name: 'Mandarin Chinese',
    synonyms: [
      '普通话',
      '中文',
      '汉语',
      '國語',
      'mandarin',
      'chinese',
      'putonghua',
      'chino',
      'chinesisch',
      'chinois',
      '中国語',
      'الصينية',
    ],
  },
  {
    id: '01a19b84-1669-7f8a-a0fc-559e57e996bc',
    name: 'Cantonese',
    synonyms: ['廣東話', '粤语', 'cantonés', 'kantonesisch', 'cantonais', '広東語'],
  },
  {
    id: '01a19b84-3540-7b98-8c69-3d871bce4c08',
    name: 'Japanese',
    synonyms: ['日本語', 'nihongo', 'japonés', 'japanisch', 'japonais', '日语', 'اليابانية'],
  },
  {
    id: '01a19b84-5333-7ad7-ac98-02e06a862d42',
    name: 'Korean',
    synonyms: ['한국어', 'hangugeo', 'coreano', 'koreanisch', 'coréen', '韩语', '韓国語', 'الكورية'],
  },
  {
    id: '01a19b84-6417-7117-9f22-5216ae9df3e7',
    name: 'Mongolian',
    synonyms: ['монгол хэл', 'mongol', 'mongolisch', '蒙古语', 'モンゴル語'],
  },
  {
    id: '01a19b84-87f1-7e31-868c-103c33e85f41',
    name: 'Tibetan',
    synonyms: ['བོད་སྐད་', 'tibetano', 'tibetisch', 'tibétain', '藏语', 'チベット語'],
  },
  {
    id: '01a19b84-aae6-72c4-ad52-8f67825024a6',
    name: 'Vietnamese',
    synonyms: ['tiếng việt', 'vietnamita', 'vietnamesisch', 'vietnamien', '越南语', 'ベトナム語', 'الفيتنامية'],
  },
  {
    id: '01a19b84-c461-7080-9a9d-26c4ce588752',
    name: 'Thai',
    synonyms: ['ภาษาไทย', 'tailandés', 'thailändisch', '泰语', 'タイ語', 'التايلاندية'],
  },
  {
    id: '01a19b84-f101-7578-aad9-ae5388933335',
    name: 'Khmer',
    synonyms: ['ភាសាខ្មែរ', 'cambodian', 'camboyano', 'クメール語'],
  },
  {
    id: '01a19b84-fd93-7095-9585-609821a24399',
    name: 'Burmese',
    synonyms: ['မြန်မာ', 'birmano', 'birmanisch', 'birman', 'ビルマ語'],
  },
  {
    id: '01a19b85-2a23-746c-903b-a7d581b5feb4',
    name: 'Indonesian',
    synonyms: ['bahasa indonesia', 'indonesio', 'indonesisch', 'indonésien', '印尼语', 'インドネシア語', 'الإندونيسية'],
  },
  {
    id: '01a19b85-43fc-7ac3-a02a-03592b0e1abb',
    name: 'Malay',
    synonyms: ['bahasa melayu', 'malayo', 'malaiisch', 'malais', '马来语', 'マレー語'],
  },
  {
    id: '01a19b85-5abd-758f-bcb8-a4badd757847',
    name: 'Tagalog',
    synonyms: ['filipino', 'pilipino', '他加禄语', 'タガログ語'],
  },
];
