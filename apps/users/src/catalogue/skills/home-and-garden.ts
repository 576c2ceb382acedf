import type { CatalogueSkill } from '../catalogue-skill';

/** A home, a garden, and what lives there. */
export const homeAndGarden: readonly CatalogueSkill[] = [
  {
    id: '01a19ba2-e7ba-73cb-bf31-04d2e5b7d634',
    name: 'Gardening',
    synonyms: ['jardinería', 'gärtnern', 'jardinage', 'vegetable garden', 'balcony garden', 'houseplants', 'bonsai'],
  },
  {
    id: '01a19ba2-fc23-7145-ae54-fe1f991850e0',
    name: 'Beekeeping',
    synonyms: ['apicultura', 'imkern', 'apiculture'],
  },
  {
    id: '01a19ba3-15e9-7975-8969-86edbbf34f10',
    name: 'Composting',
    synonyms: ['worm composting', 'compostaje'],
  },
  {
    id: '01a19ba3-36f5-7828-aa12-898a71111dd1',
    name: 'Foraging',
    synonyms: ['mushroom picking', 'wild herbs', 'setas'],
  },
  {
    id: '01a19ba3-60b6-7ab8-bdb7-326c15ee8f50',
    name: 'Birdwatching',
    synonyms: ['birding', 'bird watching', 'ornithology'],
  },
  {
    id: '01a19ba3-7a74-7dc4-a623-dfb2dd72bf89',
    name: 'Dog training',
    synonyms: ['adiestramiento canino', 'hundetraining', 'puppy training'],
  },
  {
    id: '01a19ba3-9031-71c0-ab09-10b76a868285',
    name: 'Home repair',
    synonyms: ['diy', 'bricolaje', 'heimwerken', 'bricolage', 'plumbing'],
  },
  {
    id: '01a19ba3-afab-7a48-a450-3c73ce087fc6',
    name: 'Electronics repair',
    synonyms: ['soldering', 'electronics', 'phone repair'],
  },
  {
    id: '01a19ba3-dcf9-7bf6-91b6-c9bca8c18a00',
    name: 'Car maintenance',
    synonyms: ['car repair', 'mecánica'],
  },
  {
    id: '01a19ba3-f92d-7deb-a228-ab2ec8d25ed9',
    name: 'First aid',
    synonyms: ['primeros auxilios', 'erste hilfe', 'cpr'],
  },
];
