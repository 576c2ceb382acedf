import type { CatalogueSkill } from '../catalogue-skill';

/** The languages of the Middle East and central Asia. */
export const languagesMiddleEast: readonly CatalogueSkill[] = [
  {
    id: '01a19b81-29a3-75a2-851c-0dd0bd46cb38',
    name: 'Arabic',
    synonyms: ['العربية', 'عربي', 'árabe', 'arabisch', '阿拉伯语', 'アラビア語'],
  },
  {
    id: '01a19b81-3f79-7636-a1b6-af201ca21ebd',
    name: 'Levantine Arabic',
    synonyms: ['شامي', 'shami', 'syrian arabic', 'lebanese arabic', 'jordanian arabic', 'palestinian arabic'],
  },
  {
    id: '01a19b81-6b19-7a97-af96-40ec787f184e',
    name: 'Egyptian Arabic',
    synonyms: ['مصري', 'masri'],
  },
  {
    id: '01a19b81-7c31-7c7c-bbce-2162b75e5939',
    name: 'Moroccan Arabic',
    synonyms: ['الدارجة', 'darija'],
  },
  {
    id: '01a19b81-a57c-7174-96f5-28f328552f1c',
    name: 'Hebrew',
    synonyms: ['עברית', 'hebreo', 'hebräisch', 'hébreu', '希伯来语', 'ヘブライ語', 'العبرية'],
  },
  {
    id: '01a19b81-c661-77c1-990b-5a8ec5ad8e5e',
    name: 'Persian',
    synonyms: ['فارسی', 'farsi', 'dari', 'persa', 'persisch', 'persan', '波斯语', 'ペルシア語', 'الفارسية'],
  },
  {
    id: '01a19b81-ebe7-72f9-a9b2-406c85a2f3cf',
    name: 'Kurdish',
    synonyms: ['kurdî', 'kurmanji', 'sorani', 'kurdo', 'kurdisch', 'kurde', 'クルド語', 'الكردية'],
  },
  {
    id: '01a19b82-03bf-7ba3-8678-01f07da58f47',
    name: 'Turkish',
    synonyms: ['türkçe', 'turco', 'türkisch', 'turc', '土耳其语', 'トルコ語', 'التركية'],
  },
  {
    id: '01a19b82-1869-7540-bf1a-50f0d637f159',
    name: 'Azerbaijani',
    synonyms: ['azərbaycanca', 'azeri', 'aserbaidschanisch'],
  },
  {
    id: '01a19b82-3843-726b-93c7-5167c148b0cb',
    name: 'Kazakh',
    synonyms: ['қазақша', 'kazajo', 'kasachisch'],
  },
];
