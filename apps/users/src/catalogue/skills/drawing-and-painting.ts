import type { CatalogueSkill } from '../catalogue-skill';

/** Drawing, painting and lettering. */
export const drawingAndPainting: readonly CatalogueSkill[] = [
  {
    id: '01a19b96-edae-7124-82ea-180426bc9c87',
    name: 'Drawing',
    synonyms: ['sketching', 'dibujo', 'zeichnen', 'dessin'],
  },
  {
    id: '01a19b97-0d45-7827-8f45-6fd348b5b3bd',
    name: 'Urban sketching',
    synonyms: ['travel sketching'],
  },
  {
    id: '01a19b97-2c60-728e-be0c-30830fdde27e',
    name: 'Portrait drawing',
    synonyms: ['figure drawing', 'life drawing', 'retrato'],
  },
  {
    id: '01a19b97-450c-718e-a0fb-cd0702c06ed8',
    name: 'Watercolour',
    synonyms: ['watercolor', 'acuarela', 'aquarell', 'aquarelle'],
  },
  {
    id: '01a19b97-629d-79db-be56-666b11cb3c59',
    name: 'Oil painting',
    synonyms: ['óleo', 'ölmalerei', "peinture à l'huile"],
  },
  {
    id: '01a19b97-8c8c-77b7-8c9f-b9ce56be4f2c',
    name: 'Ink painting',
    synonyms: ['sumi-e', '水墨画', '水墨畫'],
  },
  {
    id: '01a19b97-9b3c-7192-b28f-9ec75c66f4c4',
    name: 'Illustration',
    synonyms: ['ilustración', "children's illustration", 'procreate'],
  },
  {
    id: '01a19b97-b944-74cd-aa33-60dc95a61032',
    name: 'Calligraphy',
    synonyms: ['caligrafía', 'kalligraphie', 'calligraphie', '书法', '書道', 'shodo'],
  },
  {
    id: '01a19b97-d92b-785e-9730-6d136dd72c46',
    name: 'Arabic calligraphy',
    synonyms: ['الخط العربي', 'khatt', 'nastaliq'],
  },
  {
    id: '01a19b98-00e7-7149-bfe0-b890acf7bd3c',
    name: 'Hand lettering',
    synonyms: ['lettering', 'brush lettering', 'sign painting'],
  },
  {
    id: '01a19b98-1e21-7ae7-8f57-485c58874a0b',
    name: 'Linocut',
    synonyms: ['printmaking', 'block printing', 'linóleo'],
  },
];
