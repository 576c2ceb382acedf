import type { CatalogueSkill } from '../catalogue-skill';

/** Games, and a quiet mind. */
export const gamesAndMinds: readonly CatalogueSkill[] = [
  {
    id: '01a19ba1-b32b-79bd-8475-4581bdd2be61',
    name: 'Chess',
    synonyms: ['ajedrez', 'schach', 'échecs', '国际象棋', 'شطرنج'],
  },
  {
    id: '01a19ba1-c9a9-7e45-abe0-baac7e2e71ca',
    name: 'Go (board game)',
    synonyms: ['weiqi', 'baduk', '围棋', '囲碁', '바둑'],
  },
  {
    id: '01a19ba1-e92f-7062-ac06-db3379a7ed08',
    name: 'Shogi',
    synonyms: ['将棋'],
  },
  {
    id: '01a19ba2-00fa-7694-b7bf-9109a359f6a3',
    name: 'Mahjong',
    synonyms: ['麻将', '麻雀', 'riichi'],
  },
  {
    id: '01a19ba2-2221-7eaa-b30f-c9f781389b3c',
    name: 'Bridge (card game)',
    synonyms: ['contract bridge'],
  },
  {
    id: '01a19ba2-476a-7ee4-a6a2-bb4d988f99f8',
    name: 'Backgammon',
    synonyms: ['tavla', 'طاولة'],
  },
  {
    id: '01a19ba2-66ad-73e4-b43f-f48f6da58b99',
    name: 'Board game design',
    synonyms: ['game design', 'prototyping games'],
  },
  {
    id: '01a19ba2-79ed-79dd-b0c2-2f604ec47f5f',
    name: 'Role-playing games',
    synonyms: ['dungeons and dragons', 'd&d', 'ttrpg', 'rpg', 'pen and paper'],
  },
  {
    id: '01a19ba2-a4eb-7479-90fe-a1868aa3038f',
    name: 'Speedcubing',
    synonyms: ["rubik's cube", 'rubik cube'],
  },
  {
    id: '01a19ba2-bb04-7dac-ab28-4be28f7dc549',
    name: 'Meditation',
    synonyms: ['mindfulness', 'meditación', 'achtsamkeit', '冥想'],
  },
];
