import type { CatalogueSkill } from '../catalogue-skill';

/** Instruments with strings and keys. */
export const stringsAndKeys: readonly CatalogueSkill[] = [
  {
    id: '01a19b91-206b-7685-8e40-5db8f73d1e38',
    name: 'Guitar',
    synonyms: ['guitarra', 'acoustic guitar', 'gitarre', 'guitare', '吉他', 'ギター'],
  },
  {
    id: '01a19b91-349c-7729-b920-b5175e2c8c56',
    name: 'Electric guitar',
    synonyms: ['rock guitar', 'lead guitar'],
  },
  {
    id: '01a19b91-560a-760e-ac52-6b947f33b3b0',
    name: 'Flamenco guitar',
    synonyms: ['guitarra flamenca', 'spanish guitar'],
  },
  {
    id: '01a19b91-713f-7a2e-b2ff-0b9c5c5e93dc',
    name: 'Classical guitar',
    synonyms: ['fingerstyle', 'guitarra clásica'],
  },
  {
    id: '01a19b91-9978-7f09-bc26-99a33c1e10fc',
    name: 'Bass guitar',
    synonyms: ['bass', 'bajo eléctrico', 'e-bass'],
  },
  {
    id: '01a19b91-af62-77dd-866a-67896da949a4',
    name: 'Ukulele',
    synonyms: ['uke', 'ukelele'],
  },
  {
    id: '01a19b91-d5a9-7988-bb66-b9d93b754f12',
    name: 'Banjo',
    synonyms: ['clawhammer'],
  },
  {
    id: '01a19b91-f4ae-7efb-8ddb-9ac790428e85',
    name: 'Violin',
    synonyms: ['geige', 'violon', '小提琴', 'バイオリン'],
  },
  {
    id: '01a19b92-1b75-7e9b-a7be-9e8250180a23',
    name: 'Fiddle',
    synonyms: ['folk fiddle', 'irish fiddle'],
  },
  {
    id: '01a19b92-28f4-78c1-9770-48a4ee8da4e6',
    name: 'Cello',
    synonyms: ['violoncello', 'violonchelo', 'violoncelle'],
  },
  {
    id: '01a19b92-5aa9-702e-a7aa-750175c15fa3',
    name: 'Harp',
    synonyms: ['arpa', 'celtic harp'],
  },
  {
    id: '01a19b92-74a0-754a-a3e9-8e8fc776c0fa',
    name: 'Oud',
    synonyms: ['عود', 'laúd árabe'],
  },
  {
    id: '01a19b92-8993-7d0a-a845-5f2efc6f667d',
    name: 'Sitar',
    synonyms: ['सितार'],
  },
  {
    id: '01a19b92-a68f-7527-a61b-8562454a1c81',
    name: 'Erhu',
    synonyms: ['二胡'],
  },
  {
    id: '01a19b92-c9d0-7ba3-aceb-c94a37323e25',
    name: 'Guzheng',
    synonyms: ['古筝', '古箏'],
  },
  {
    id: '01a19b92-e7ea-7f7d-a13f-e7a88f5410ec',
    name: 'Piano',
    synonyms: ['klavier', 'keyboard', '钢琴', 'ピアノ'],
  },
  {
    id: '01a19b93-0fed-7f9c-ac5f-4e75d0a178b1',
    name: 'Accordion',
    synonyms: ['acordeón', 'akkordeon', 'accordéon'],
  },
];
