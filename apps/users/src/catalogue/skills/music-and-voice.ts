import type { CatalogueSkill } from '../catalogue-skill';

/** Wind, percussion, voice, and the making of music. */
export const musicAndVoice: readonly CatalogueSkill[] = [
  {
    id: '01a19b93-2af1-7fa2-bc79-d31c1b33862e',
    name: 'Flute',
    synonyms: ['flauta', 'querflöte', 'transverse flute'],
  },
  {
    id: '01a19b93-4a03-7123-858b-484608aa41fe',
    name: 'Clarinet',
    synonyms: ['clarinete', 'klarinette'],
  },
  {
    id: '01a19b93-6749-7870-835e-97d7e2ad7a06',
    name: 'Saxophone',
    synonyms: ['sax', 'saxofón', 'saxophon'],
  },
  {
    id: '01a19b93-8129-7941-85b8-e45eaf2ba7dc',
    name: 'Trumpet',
    synonyms: ['trompeta', 'trompete'],
  },
  {
    id: '01a19b93-ad7d-73bc-8305-d19cc5934cb3',
    name: 'Tin whistle',
    synonyms: ['penny whistle', 'feadóg'],
  },
  {
    id: '01a19b93-c904-73e0-ac4d-bd825609a112',
    name: 'Drums',
    synonyms: ['drum kit', 'batería', 'schlagzeug', 'batterie'],
  },
  {
    id: '01a19b93-e9bd-7a30-a194-bc5e1ce49a67',
    name: 'Djembe',
    synonyms: ['west african drumming'],
  },
  {
    id: '01a19b94-03ab-7a02-844e-ac8144136904',
    name: 'Cajón',
    synonyms: ['flamenco cajon'],
  },
  {
    id: '01a19b94-1e3c-7967-9ce9-f2e257338c79',
    name: 'Tabla',
    synonyms: ['तबला'],
  },
  {
    id: '01a19b94-3865-7d53-9f77-85ef2bcdb00e',
    name: 'Singing',
    synonyms: ['voice', 'canto', 'gesang', 'chant', 'vocals', '唱歌'],
  },
  {
    id: '01a19b94-5dc3-7176-a750-52f5056c5fa1',
    name: 'Choir singing',
    synonyms: ['choral singing', 'coro', 'chor', 'chorale'],
  },
  {
    id: '01a19b94-75d8-7a7e-aa44-ce297b6f8ae1',
    name: 'Songwriting',
    synonyms: ['song writing', 'lyrics'],
  },
  {
    id: '01a19b94-a696-703a-ba3f-46e00f7ed2bd',
    name: 'Music theory',
    synonyms: ['harmony', 'solfège', 'teoría musical', 'musiktheorie'],
  },
  {
    id: '01a19b94-bb5d-79a5-8a7b-75f353da19ed',
    name: 'Jazz improvisation',
    synonyms: ['jazz', 'improv jazz'],
  },
  {
    id: '01a19b94-d56a-7afc-9d43-4a27782d5814',
    name: 'Music production',
    synonyms: ['ableton', 'logic pro', 'beat making', 'home recording'],
  },
  {
    id: '01a19b94-f75c-72fa-8024-5186f081ff28',
    name: 'DJing',
    synonyms: ['dj', 'turntablism'],
  },
];
