import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of northern Europe and the Baltic. */
export const languagesNorthernEurope: readonly CatalogueSkill[] = [
  {
    id: '01a19b7e-6121-7031-9a9b-a035a10b85d3',
    name: 'Swedish',
    synonyms: ['svenska', 'sueco', 'schwedisch', 'suédois', '瑞典语', 'スウェーデン語', 'السويدية'],
  },
  {
    id: '01a19b7e-833c-7e9d-ba54-826c26618d5b',
    name: 'Norwegian',
    synonyms: [
      'norsk',
      'bokmål',
      'nynorsk',
      'noruego',
      'norwegisch',
      'norvégien',
      '挪威语',
      'ノルウェー語',
      'النرويجية',
    ],
  },
  {
    id: '01a19b7e-a61b-7eb6-a999-cc75e60c9956',
    name: 'Danish',
    synonyms: ['dansk', 'danés', 'dänisch', 'danois', '丹麦语', 'デンマーク語', 'الدنماركية'],
  },
  {
    id: '01a19b7e-b8b2-79fa-b260-78779e41345c',
    name: 'Finnish',
    synonyms: ['suomi', 'finlandés', 'finnisch', 'finnois', '芬兰语', 'フィンランド語', 'الفنلندية'],
  },
  {
    id: '01a19b7e-db1d-7d48-b3a0-37363a0a6679',
    name: 'Icelandic',
    synonyms: ['íslenska', 'islandés', 'isländisch', 'islandais', '冰岛语', 'アイスランド語'],
  },
  {
    id: '01a19b7f-05c2-71d7-9d33-562cb31ad604',
    name: 'Estonian',
    synonyms: ['eesti keel', 'estonio', 'estnisch', 'estonien', '爱沙尼亚语', 'エストニア語'],
  },
  {
    id: '01a19b7f-1b30-7eac-827a-f3d3202892de',
    name: 'Latvian',
    synonyms: ['latviešu', 'letón', 'lettisch', 'letton', '拉脱维亚语', 'ラトビア語'],
  },
  {
    id: '01a19b7f-41b9-7528-93cd-a6bd7dc7c45c',
    name: 'Lithuanian',
    synonyms: ['lietuvių', 'lituano', 'litauisch', 'lituanien', '立陶宛语', 'リトアニア語'],
  },
  {
    id: '01a19b7f-4f44-7ca8-b756-356880b805d1',
    name: 'Northern Sami',
    synonyms: ['davvisámegiella', 'sami', 'saami', 'sápmi'],
  },
];
