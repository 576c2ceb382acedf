import type { CatalogueSkill } from '../catalogue-skill';

/** What school asks, and what one wishes it had asked. */
export const schoolSubjects: readonly CatalogueSkill[] = [
  {
    id: '01a19b8f-518b-7bcb-92ef-fb55a24034db',
    name: 'Mathematics',
    synonyms: [
      'maths',
      'math',
      'algebra',
      'geometry',
      'trigonometry',
      'matemáticas',
      'mathematik',
      'mathématiques',
      '数学',
    ],
  },
  {
    id: '01a19b8f-65e0-7514-be0c-5bb2960b7f18',
    name: 'Calculus',
    synonyms: ['cálculo', 'differential equations'],
  },
  {
    id: '01a19b8f-824d-7e74-a220-0150a0c58b04',
    name: 'Statistics',
    synonyms: ['stats', 'estadística', 'statistik', 'probability'],
  },
  {
    id: '01a19b8f-abb3-7c02-b903-db8f7d7f792e',
    name: 'Physics',
    synonyms: ['física', 'physik', 'physique', '物理'],
  },
  {
    id: '01a19b8f-cf8a-744a-b695-6799523c156a',
    name: 'Chemistry',
    synonyms: ['química', 'chemie', 'chimie', '化学'],
  },
  {
    id: '01a19b8f-e1fc-71cf-9fdd-ac873f9bd516',
    name: 'Biology',
    synonyms: ['biología', 'biologie', '生物'],
  },
  {
    id: '01a19b8f-fc6c-7e29-8a43-7ad73714c0ce',
    name: 'Astronomy',
    synonyms: ['stargazing', 'astronomía', 'sternenhimmel'],
  },
  {
    id: '01a19b90-2c59-7ce8-b5c8-1a2d4d86064e',
    name: 'Geography',
    synonyms: ['geografía', 'erdkunde', 'géographie'],
  },
  {
    id: '01a19b90-4803-7e88-88f9-3feebbe32bd4',
    name: 'History',
    synonyms: ['historia', 'geschichte', 'histoire', '历史', '歴史'],
  },
  {
    id: '01a19b90-67b7-7cc3-9b60-acd5105606b3',
    name: 'Art history',
    synonyms: ['historia del arte', 'kunstgeschichte', "histoire de l'art"],
  },
  {
    id: '01a19b90-78e3-7b5f-bd2d-97c549458428',
    name: 'Philosophy',
    synonyms: ['filosofía', 'philosophie', '哲学'],
  },
  {
    id: '01a19b90-a206-7e06-a6f9-a3013d946797',
    name: 'Psychology',
    synonyms: ['psicología', 'psychologie'],
  },
  {
    id: '01a19b90-c223-7ad3-9f84-a398adfe3520',
    name: 'Economics',
    synonyms: ['economía', 'volkswirtschaft', 'économie'],
  },
  {
    id: '01a19b90-dcc7-71fc-ac96-da3061e02778',
    name: 'Literature',
    synonyms: ['literatura', 'book club', 'littérature'],
  },
  {
    id: '01a19b90-fbef-77a8-beac-5892b965ac0f',
    name: 'Essay writing',
    synonyms: ['academic writing', 'thesis writing', 'redacción'],
  },
];
