import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of central and eastern Europe and the Caucasus. */
export const languagesEasternEurope: readonly CatalogueSkill[] = [
  {
    id: '01a19b7f-7524-7961-8023-75e1f112ff5f',
    name: 'Polish',
    synonyms: ['polski', 'polaco', 'polnisch', 'polonais', '波兰语', 'ポーランド語', 'البولندية'],
  },
  {
    id: '01a19b7f-95d1-7da6-b6d6-c0d24ab8ed8d',
    name: 'Czech',
    synonyms: ['čeština', 'checo', 'tschechisch', 'tchèque', '捷克语', 'チェコ語', 'التشيكية'],
  },
  {
    id: '01a19b7f-b68b-7061-9c8f-92b332e86f13',
    name: 'Slovak',
    synonyms: ['slovenčina', 'eslovaco', 'slowakisch', 'slovaque', '斯洛伐克语', 'スロバキア語'],
  },
  {
    id: '01a19b7f-d1a4-746e-8136-49448a3b8c03',
    name: 'Hungarian',
    synonyms: ['magyar', 'húngaro', 'ungarisch', 'hongrois', '匈牙利语', 'ハンガリー語', 'المجرية'],
  },
  {
    id: '01a19b7f-f106-7f08-9080-2ab82aefcff4',
    name: 'Romanian',
    synonyms: ['română', 'rumano', 'rumänisch', 'roumain', '罗马尼亚语', 'ルーマニア語', 'الرومانية'],
  },
  {
    id: '01a19b80-12fd-7035-a4bf-f784833e0a13',
    name: 'Bulgarian',
    synonyms: ['български', 'búlgaro', 'bulgarisch', 'bulgare', '保加利亚语', 'ブルガリア語', 'البلغارية'],
  },
  {
    id: '01a19b80-2913-7d5f-b4e0-200016301733',
    name: 'Serbian',
    synonyms: ['српски', 'srpski', 'serbio', 'serbisch', 'serbe', '塞尔维亚语', 'セルビア語'],
  },
  {
    id: '01a19b80-4843-7b38-becd-d76bf824ee3b',
    name: 'Croatian',
    synonyms: ['hrvatski', 'croata', 'kroatisch', 'croate', '克罗地亚语', 'クロアチア語'],
  },
  {
    id: '01a19b80-6979-7697-88fd-4735399a02bd',
    name: 'Slovene',
    synonyms: ['slovenščina', 'slovenian', 'esloveno', 'slowenisch', 'スロベニア語'],
  },
  {
    id: '01a19b80-890d-7062-b702-a6632b3e31ed',
    name: 'Ukrainian',
    synonyms: ['українська', 'ucraniano', 'ukrainisch', 'ukrainien', '乌克兰语', 'ウクライナ語', 'الأوكرانية'],
  },
  {
    id: '01a19b80-a5c9-73c4-acbc-5f485ed97373',
    name: 'Russian',
    synonyms: ['русский', 'ruso', 'russisch', 'russe', '俄语', 'ロシア語', 'الروسية'],
  },
  {
    id: '01a19b80-cb91-7a63-b7e8-46ccc94cc34f',
    name: 'Georgian',
    synonyms: ['ქართული', 'georgiano', 'georgisch', 'géorgien', '格鲁吉亚语', 'ジョージア語'],
  },
  {
    id: '01a19b80-e2b4-73fa-9104-fcf142e85025',
    name: 'Armenian',
    synonyms: ['հայերեն', 'armenio', 'armenisch', 'arménien', '亚美尼亚语', 'アルメニア語', 'الأرمنية'],
  },
  {
    id: '01a19b81-07ff-7894-bdc8-a235dfc3a279',
    name: 'Yiddish',
    synonyms: ['ייִדיש', 'yídish', 'jiddisch'],
  },
];
