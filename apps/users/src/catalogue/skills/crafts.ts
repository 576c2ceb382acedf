import type { CatalogueSkill } from '../catalogue-skill';

/** Things made by hand. */
export const crafts: readonly CatalogueSkill[] = [
  {
    id: '01a19b9a-4271-7ded-a6bd-2a889146cd08',
    name: 'Knitting',
    synonyms: ['tejer', 'stricken', 'tricot', '编织', '編み物'],
  },
  {
    id: '01a19b9a-6be6-7ab9-a5d0-b6e55bfd1203',
    name: 'Crochet',
    synonyms: ['ganchillo', 'häkeln', 'amigurumi'],
  },
  {
    id: '01a19b9a-8a7b-7b12-bf83-a866fc042bcd',
    name: 'Embroidery',
    synonyms: ['bordado', 'sticken', 'broderie', 'vyshyvanka', '刺繍'],
  },
  {
    id: '01a19b9a-aab9-7197-8641-f7999a9b4d28',
    name: 'Sewing',
    synonyms: ['costura', 'nähen', 'couture', 'dressmaking', 'tailoring'],
  },
  {
    id: '01a19b9a-cbb5-7c15-bf53-82f5cf47353a',
    name: 'Weaving',
    synonyms: ['tapestry', 'telar', 'weben', 'tissage'],
  },
  {
    id: '01a19b9a-e1f7-738f-a654-7d8f238ac64d',
    name: 'Natural dyeing',
    synonyms: ['indigo', 'plant dyes', 'shibori'],
  },
  {
    id: '01a19b9a-ff6c-7713-a2ec-7ced0812ecb6',
    name: 'Pottery',
    synonyms: ['ceramics', 'cerámica', 'töpfern', 'poterie', 'wheel throwing', '陶艺', '陶芸'],
  },
  {
    id: '01a19b9b-28b6-718d-b650-49ac91d51a00',
    name: 'Woodworking',
    synonyms: ['carpentry', 'carpintería', 'tischlern', 'menuiserie', '木工'],
  },
  {
    id: '01a19b9b-44b1-7a02-a9d3-2440cfd45e42',
    name: 'Wood carving',
    synonyms: ['whittling', 'schnitzen', 'spoon carving'],
  },
  {
    id: '01a19b9b-5bc5-71b5-be33-9dcf7086dbc9',
    name: 'Jewellery making',
    synonyms: ['jewelry making', 'silversmithing', 'joyería'],
  },
  {
    id: '01a19b9b-826b-7060-b8da-eac36d60eb4d',
    name: 'Bookbinding',
    synonyms: ['encuadernación', 'buchbinden', 'reliure'],
  },
  {
    id: '01a19b9b-a081-770b-8305-0b3072881b10',
    name: 'Paper folding',
    synonyms: ['origami', '折り紙'],
  },
  {
    id: '01a19b9b-bcd9-7dde-a7ee-1927f22b931b',
    name: 'Flower arranging',
    synonyms: ['ikebana', 'floristry', '生け花'],
  },
  {
    id: '01a19b9b-dcb9-7be2-b21d-718575592bb2',
    name: 'Bicycle repair',
    synonyms: ['bike maintenance', 'bike repair', 'fahrrad reparieren'],
  },
];
