import type { CatalogueSkill } from '../catalogue-skill';

/** Dancing, acting and telling stories. */
export const danceAndStage: readonly CatalogueSkill[] = [
  {
    id: '01a19b95-1bf2-7824-bbb7-72ca03ff955e',
    name: 'Salsa',
    synonyms: ['salsa dancing', 'salsa caleña', 'salsa tanzen', 'サルサ'],
  },
  {
    id: '01a19b95-3a7e-75ba-b242-374fa0ead6a8',
    name: 'Bachata',
    synonyms: ['bachata dancing'],
  },
  {
    id: '01a19b95-540c-7fe9-bad2-d4a2775b540d',
    name: 'Tango',
    synonyms: ['argentine tango', 'tango argentino'],
  },
  {
    id: '01a19b95-6fd9-7aa1-b3db-c152d2bd07ea',
    name: 'Ballet',
    synonyms: ['classical dance', 'balé'],
  },
  {
    id: '01a19b95-96b9-74f9-90ba-1f55c2182904',
    name: 'Flamenco dance',
    synonyms: ['baile flamenco', 'sevillanas'],
  },
  {
    id: '01a19b95-babe-730b-b141-ac5149fb42ab',
    name: 'Contemporary dance',
    synonyms: ['modern dance', 'danza contemporánea'],
  },
  {
    id: '01a19b95-d90d-7c30-842e-1e61f4ca1636',
    name: 'Hip hop dance',
    synonyms: ['breaking', 'breakdance', 'street dance'],
  },
  {
    id: '01a19b95-eb6a-7f82-9c37-571d852910c4',
    name: 'Bharatanatyam',
    synonyms: ['भरतनाट्यम'],
  },
  {
    id: '01a19b96-14da-7534-8f73-0709707409de',
    name: 'Samba',
    synonyms: ['samba no pé'],
  },
  {
    id: '01a19b96-2582-7691-8d65-3797cd5d07ad',
    name: 'Folk dancing',
    synonyms: ['ceilidh', 'folk dance', 'volkstanz'],
  },
  {
    id: '01a19b96-4b9e-75ca-844d-f453bf7d0c4f',
    name: 'Acting',
    synonyms: ['theatre', 'theater', 'teatro', 'schauspiel', 'drama'],
  },
  {
    id: '01a19b96-6953-7537-b42a-5823d9aac38d',
    name: 'Improvised theatre',
    synonyms: ['improv', 'impro', 'improvisational theatre'],
  },
  {
    id: '01a19b96-9408-7a3a-94f0-046e28cd8239',
    name: 'Storytelling',
    synonyms: ['oral storytelling', 'cuentacuentos'],
  },
  {
    id: '01a19b96-b188-7074-909a-2103326457bb',
    name: 'Stand-up comedy',
    synonyms: ['stand up', 'comedy'],
  },
  {
    id: '01a19b96-ca1d-7dca-b461-9812b33c017f',
    name: 'Juggling',
    synonyms: ['malabares', 'jonglieren', 'circus skills'],
  },
];
