import type { CatalogueSkill } from '../catalogue-skill';

/** Sign languages, and languages of books. */
export const languagesClassicalAndSigned: readonly CatalogueSkill[] = [
  {
    id: '01a19b87-abda-7308-b7ac-f4e9cd400aba',
    name: 'American Sign Language',
    synonyms: ['asl'],
  },
  {
    id: '01a19b87-d558-721c-9a37-b79acb0fbf19',
    name: 'British Sign Language',
    synonyms: ['bsl'],
  },
  {
    id: '01a19b87-e66d-75da-8da9-6b2713736c4a',
    name: 'German Sign Language',
    synonyms: ['dgs', 'deutsche gebärdensprache', 'gebärdensprache'],
  },
  {
    id: '01a19b88-04ae-7521-b470-6a6f3f4eb1c5',
    name: 'French Sign Language',
    synonyms: ['lsf', 'langue des signes'],
  },
  {
    id: '01a19b88-2969-7df3-ab03-6a78a4b79d88',
    name: 'Spanish Sign Language',
    synonyms: ['lse', 'lengua de signos'],
  },
  {
    id: '01a19b88-5138-7477-b78c-00c32d108aee',
    name: 'Japanese Sign Language',
    synonyms: ['jsl', '手話'],
  },
  {
    id: '01a19b88-5fcd-76b1-9eef-36de5dc18ff5',
    name: 'Latin',
    synonyms: ['lingua latina', 'latein', '拉丁语', 'ラテン語', 'اللاتينية'],
  },
  {
    id: '01a19b88-8722-7504-add8-9cdc6c974f4f',
    name: 'Ancient Greek',
    synonyms: ['classical greek', 'koine', 'griego antiguo', 'altgriechisch', 'grec ancien'],
  },
  {
    id: '01a19b88-a3bd-7d80-b27f-7b76dcd9675f',
    name: 'Classical Chinese',
    synonyms: ['文言文', 'literary chinese', '漢文', 'kanbun'],
  },
  {
    id: '01a19b88-cdf0-7999-bfac-a222bda6e955',
    name: 'Esperanto',
    synonyms: ['esperanto lingvo', '世界语', 'エスペラント'],
  },
];
