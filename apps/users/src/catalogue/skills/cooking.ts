import type { CatalogueSkill } from '../catalogue-skill';

/** Food and drink. */
export const cooking: readonly CatalogueSkill[] = [
  {
    id: '01a19b9b-fc0a-729a-8743-d8af68798f2a',
    name: 'Home cooking',
    synonyms: ['cooking', 'cocina', 'kochen', 'cuisine'],
  },
  {
    id: '01a19b9c-248c-7d6a-a372-eae180966e53',
    name: 'Bread baking',
    synonyms: ['sourdough', 'bread', 'pan casero', 'brot backen', 'boulangerie'],
  },
  {
    id: '01a19b9c-3422-76ac-a134-9b4b059d4bb9',
    name: 'Cake baking',
    synonyms: ['baking', 'pastry', 'repostería', 'pâtisserie', 'konditorei'],
  },
  {
    id: '01a19b9c-5c6e-7bea-9195-a62c74fc3e18',
    name: 'Italian cooking',
    synonyms: ['pasta making', 'cucina italiana'],
  },
  {
    id: '01a19b9c-7063-7af1-a4dd-de3787a1788d',
    name: 'Colombian cooking',
    synonyms: ['arepas', 'cocina colombiana'],
  },
  {
    id: '01a19b9c-9a36-73c0-8581-c4d3c7a62c52',
    name: 'Mexican cooking',
    synonyms: ['tortillas', 'mole', 'cocina mexicana'],
  },
  {
    id: '01a19b9c-b7c1-7789-9aad-7ec9f013d50b',
    name: 'Spanish cooking',
    synonyms: ['tapas', 'paella', 'cocina española'],
  },
  {
    id: '01a19b9c-da51-71cb-aee3-72fb6f4e9104',
    name: 'French cooking',
    synonyms: ['cuisine française'],
  },
  {
    id: '01a19b9c-ec44-7bb0-b783-accde9ca4fe6',
    name: 'Levantine cooking',
    synonyms: ['mezze', 'lebanese cooking', 'meze'],
  },
  {
    id: '01a19b9d-1310-73f3-83db-6b08dd28150c',
    name: 'Persian cooking',
    synonyms: ['tahdig', 'iranian cooking'],
  },
  {
    id: '01a19b9d-372f-7c41-b941-4fe183780fed',
    name: 'Turkish cooking',
    synonyms: ['börek', 'türk mutfağı'],
  },
  {
    id: '01a19b9d-4d8b-7ac6-8ab9-31aac2090d09',
    name: 'Indian cooking',
    synonyms: ['curries', 'dosa', 'dal'],
  },
  {
    id: '01a19b9d-789d-71cd-86d6-62d4d32ad6c3',
    name: 'Thai cooking',
    synonyms: ['thai curry'],
  },
  {
    id: '01a19b9d-8a10-778c-8e86-5c5d655f758c',
    name: 'Vietnamese cooking',
    synonyms: ['pho', 'bánh mì'],
  },
  {
    id: '01a19b9d-b41f-7671-89a2-ca3d86cc9bbe',
    name: 'Japanese cooking',
    synonyms: ['sushi', 'ramen', 'washoku', '和食'],
  },
  {
    id: '01a19b9d-d25d-7e1f-a0d7-ea187186876f',
    name: 'Korean cooking',
    synonyms: ['kimchi', '김치', 'banchan'],
  },
  {
    id: '01a19b9d-ee3d-7ffa-93f7-3a6dd0d894d3',
    name: 'Chinese cooking',
    synonyms: ['dumplings', 'wok cooking', 'dim sum'],
  },
  {
    id: '01a19b9e-05e4-78b1-90ae-ac4dd8395924',
    name: 'West African cooking',
    synonyms: ['jollof', 'thieboudienne'],
  },
  {
    id: '01a19b9e-233d-7fc5-91d5-1472cff3083b',
    name: 'Ethiopian cooking',
    synonyms: ['injera'],
  },
  {
    id: '01a19b9e-4093-7870-b3ad-b859262cfd4c',
    name: 'Vegan cooking',
    synonyms: ['plant-based cooking', 'cocina vegana'],
  },
  {
    id: '01a19b9e-6db2-7666-a794-2f09b62545dc',
    name: 'Fermentation',
    synonyms: ['kombucha', 'pickling', 'kefir', 'sauerkraut'],
  },
  {
    id: '01a19b9e-892c-73a8-abfc-b41f6cd56b50',
    name: 'Cheese making',
    synonyms: ['queso casero', 'käse machen'],
  },
  {
    id: '01a19b9e-9bb1-7eef-9fc0-56ac95b96df9',
    name: 'Coffee brewing',
    synonyms: ['coffee', 'barista skills', 'espresso'],
  },
  {
    id: '01a19b9e-bd20-75bc-8dd0-ac9d38dfb476',
    name: 'Tea',
    synonyms: ['tea ceremony', 'gongfu tea', '茶道'],
  },
];
