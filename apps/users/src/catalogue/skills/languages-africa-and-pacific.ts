import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of Africa, the Americas and the Pacific. */
export const languagesAfricaAndPacific: readonly CatalogueSkill[] = [
  {
    id: '01a19b85-87f2-797f-89f9-0f7e750af8cd',
    name: 'Swahili',
    synonyms: ['kiswahili', 'suajili', 'suaheli', '斯瓦希里语', 'スワヒリ語', 'السواحيلية'],
  },
  {
    id: '01a19b85-a803-743e-a9a6-a01421ce860b',
    name: 'Yoruba',
    synonyms: ['约鲁巴语', 'ヨルバ語'],
  },
  {
    id: '01a19b85-bba3-79ae-9555-a92cd36c4fac',
    name: 'Igbo',
    synonyms: ['asụsụ igbo', 'ibo', 'イボ語'],
  },
  {
    id: '01a19b85-e4e1-7f15-bb5b-06a2ae14c74c',
    name: 'Hausa',
    synonyms: ['harshen hausa', 'haoussa', 'ハウサ語'],
  },
  {
    id: '01a19b86-0126-77eb-af71-2653407b1e26',
    name: 'Twi',
    synonyms: ['akan', 'asante twi', 'fante'],
  },
  {
    id: '01a19b86-1d6d-7ff2-a7cb-ad5c60c6c415',
    name: 'Wolof',
    synonyms: ['ouolof', 'ウォロフ語'],
  },
  {
    id: '01a19b86-3fe4-768f-ba27-8f32c1f44222',
    name: 'Amharic',
    synonyms: ['አማርኛ', 'amhárico', 'amharisch', 'アムハラ語', 'الأمهرية'],
  },
  {
    id: '01a19b86-5a59-73c5-979c-5c46e5ab9e4c',
    name: 'Somali',
    synonyms: ['soomaali', 'ソマリ語', 'الصومالية'],
  },
  {
    id: '01a19b86-72b9-7394-847f-b811fb98e20d',
    name: 'Zulu',
    synonyms: ['isizulu', 'zoulou', 'ズールー語'],
  },
  {
    id: '01a19b86-9467-7220-8452-b10c764721e6',
    name: 'Xhosa',
    synonyms: ['isixhosa', 'コサ語'],
  },
  {
    id: '01a19b86-b9cd-7fcb-af77-30fca0feac0c',
    name: 'Afrikaans',
    synonyms: ['アフリカーンス語'],
  },
  {
    id: '01a19b86-d6e0-7da7-8c7c-99f8917f5d0a',
    name: 'Haitian Creole',
    synonyms: ['kreyòl ayisyen', 'créole haïtien', 'criollo haitiano'],
  },
  {
    id: '01a19b86-efa8-75e0-abe5-c4dd66922910',
    name: 'Quechua',
    synonyms: ['runasimi', 'kichwa', 'ケチュア語'],
  },
  {
    id: '01a19b87-0b4e-750d-b80d-1f45a2088c3e',
    name: 'Guarani',
    synonyms: ["avañe'ẽ", 'グアラニー語'],
  },
  {
    id: '01a19b87-2e6f-71bf-a286-edafa992cd16',
    name: 'Nahuatl',
    synonyms: ['mexicano', 'ナワトル語'],
  },
  {
    id: '01a19b87-4930-7cb6-ac19-eaf1a07e05da',
    name: 'Hawaiian',
    synonyms: ['ʻōlelo hawaiʻi', 'hawaiano', 'ハワイ語'],
  },
  {
    id: '01a19b87-6b95-71ec-b07e-18d0933696b9',
    name: 'Māori',
    synonyms: ['te reo', 'te reo māori', 'マオリ語'],
  },
  {
    id: '01a19b87-939c-7456-8b7e-bdd74a1f5f95',
    name: 'Samoan',
    synonyms: ['gagana samoa', 'サモア語'],
  },
];
