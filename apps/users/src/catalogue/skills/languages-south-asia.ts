import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of South Asia. */
export const languagesSouthAsia: readonly CatalogueSkill[] = [
  {
    id: '01a19b82-5e5e-70a7-9a15-97187480529c',
    name: 'Hindi',
    synonyms: ['हिन्दी', 'हिंदी', 'hindustani', '印地语', 'ヒンディー語', 'الهندية'],
  },
  {
    id: '01a19b82-7374-7770-b537-058d51c5d85f',
    name: 'Urdu',
    synonyms: ['اردو', '乌尔都语', 'ウルドゥー語', 'الأردية'],
  },
  {
    id: '01a19b82-a45d-7103-aeb8-ff617f4ccef9',
    name: 'Bengali',
    synonyms: ['বাংলা', 'bangla', 'bengalisch', '孟加拉语', 'ベンガル語', 'البنغالية'],
  },
  {
    id: '01a19b82-bc61-77bf-9ea4-40b0d5bddf53',
    name: 'Punjabi',
    synonyms: ['ਪੰਜਾਬੀ', 'panjabi', 'pendjabi', '旁遮普语', 'パンジャブ語'],
  },
  {
    id: '01a19b82-dfde-74ff-97ec-49a158d048dd',
    name: 'Marathi',
    synonyms: ['मराठी', 'maratí', '马拉地语', 'マラーティー語'],
  },
  {
    id: '01a19b82-f50f-7573-b5b2-973b04663638',
    name: 'Gujarati',
    synonyms: ['ગુજરાતી', 'guyaratí', 'グジャラート語'],
  },
  {
    id: '01a19b83-210a-753e-b55b-8a09e985b040',
    name: 'Tamil',
    synonyms: ['தமிழ்', 'tamoul', '泰米尔语', 'タミル語'],
  },
  {
    id: '01a19b83-31f2-7962-9a72-1c28ad4c8da3',
    name: 'Telugu',
    synonyms: ['తెలుగు', 'télougou', '泰卢固语', 'テルグ語'],
  },
  {
    id: '01a19b83-4d8b-7f9e-9a24-2365111a48f1',
    name: 'Kannada',
    synonyms: ['ಕನ್ನಡ', 'canarés', 'カンナダ語'],
  },
  {
    id: '01a19b83-7ae4-78ef-b641-b7138a26c1ca',
    name: 'Malayalam',
    synonyms: ['മലയാളം', 'マラヤーラム語'],
  },
  {
    id: '01a19b83-91b8-76d3-a2eb-63da706a25d4',
    name: 'Sinhala',
    synonyms: ['සිංහල', 'sinhalese', 'cingalés', 'singhalesisch'],
  },
  {
    id: '01a19b83-b6c0-7f2a-86ef-dfdc9cb1a7c0',
    name: 'Nepali',
    synonyms: ['नेपाली', 'nepalesisch', 'népalais', '尼泊尔语', 'ネパール語'],
  },
  {
    id: '01a19b83-ce56-70b5-86fd-0533ba32ccef',
    name: 'Sanskrit',
    synonyms: ['संस्कृत', 'sánscrito', '梵语', 'サンスクリット語'],
  },
];
