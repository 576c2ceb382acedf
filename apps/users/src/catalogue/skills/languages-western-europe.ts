import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of western and southern Europe. */
export const languagesWesternEurope: readonly CatalogueSkill[] = [
  {
    id: '01a19b7c-a90d-78fb-bde6-06bd5bebfe03',
    name: 'Spanish',
    synonyms: ['castellano', 'español', 'spanisch', 'espagnol', 'spagnolo', '西班牙语', 'スペイン語', 'الإسبانية'],
  },
  {
    id: '01a19b7c-cc88-75e5-82a3-2e4e956ecf4b',
    name: 'English',
    synonyms: ['inglés', 'englisch', 'anglais', 'inglese', '英语', '英語', 'الإنجليزية'],
  },
  {
    id: '01a19b7c-f77e-78a3-80fb-fe5faefb8bc5',
    name: 'French',
    synonyms: ['français', 'francés', 'französisch', 'francese', '法语', 'フランス語', 'الفرنسية'],
  },
  {
    id: '01a19b7d-0de1-70fc-8d51-5240f374790a',
    name: 'German',
    synonyms: ['deutsch', 'alemán', 'allemand', 'tedesco', '德语', 'ドイツ語', 'الألمانية'],
  },
  {
    id: '01a19b7d-31a1-7c1a-bf90-c2bde0cffc37',
    name: 'Italian',
    synonyms: ['italiano', 'italienisch', 'italien', '意大利语', 'イタリア語', 'الإيطالية'],
  },
  {
    id: '01a19b7d-47bb-7970-9d0e-a6bc2eb1c691',
    name: 'Portuguese',
    synonyms: ['português', 'portugiesisch', 'portugais', '葡萄牙语', 'ポルトガル語', 'البرتغالية'],
  },
  {
    id: '01a19b7d-6c69-7caa-8d80-6d38262d3e0b',
    name: 'Catalan',
    synonyms: ['català', 'valencian', 'valencià', 'katalanisch', '加泰罗尼亚语', 'カタルーニャ語', 'الكتالونية'],
  },
  {
    id: '01a19b7d-87ed-7f78-93cf-24eced15a4fe',
    name: 'Galician',
    synonyms: ['galego', 'gallego', 'galicisch', 'galicien', '加利西亚语', 'ガリシア語'],
  },
  {
    id: '01a19b7d-ae5c-7116-8d39-2c1548f44617',
    name: 'Basque',
    synonyms: ['euskara', 'vasco', 'euskera', 'baskisch', '巴斯克语', 'バスク語'],
  },
  {
    id: '01a19b7d-c870-7543-b7c0-2f1d1cbfabca',
    name: 'Dutch',
    synonyms: [
      'nederlands',
      'flemish',
      'neerlandés',
      'holandés',
      'niederländisch',
      'néerlandais',
      '荷兰语',
      'オランダ語',
      'الهولندية',
    ],
  },
  {
    id: '01a19b7d-e5b5-7c27-90a5-ed7c5cddd1a5',
    name: 'Irish',
    synonyms: ['gaeilge', 'irish gaelic', 'irlandés', 'irisch', 'irlandais', '爱尔兰语', 'アイルランド語'],
  },
  {
    id: '01a19b7e-0380-77fc-a4b5-66b8136b2d33',
    name: 'Welsh',
    synonyms: ['cymraeg', 'galés', 'walisisch', 'gallois', '威尔士语', 'ウェールズ語'],
  },
  {
    id: '01a19b7e-2501-78af-b4e2-8175bcfb1421',
    name: 'Scottish Gaelic',
    synonyms: ['gàidhlig', 'gaélico escocés', 'schottisch-gälisch', 'gaélique écossais'],
  },
  {
    id: '01a19b7e-452a-76dd-b06f-1e4722784dec',
    name: 'Greek',
    synonyms: ['ελληνικά', 'modern greek', 'griego', 'griechisch', 'grec', '希腊语', 'ギリシャ語', 'اليونانية'],
  },
];
