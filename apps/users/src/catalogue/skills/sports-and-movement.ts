import type { CatalogueSkill } from '../catalogue-skill';

/** Sports, and looking after a body. */
export const sportsAndMovement: readonly CatalogueSkill[] = [
  {
    id: '01a19b9e-e669-7bf8-9fb1-afa215d785bc',
    name: 'Running',
    synonyms: ['jogging', 'marathon training', 'correr', 'laufen'],
  },
  {
    id: '01a19b9f-038c-7cd7-b8ea-4d4987f7ef8a',
    name: 'Swimming',
    synonyms: ['natación', 'schwimmen', 'natation'],
  },
  {
    id: '01a19b9f-1716-7fc2-a65c-379fc67b49f8',
    name: 'Cycling',
    synonyms: ['road cycling', 'ciclismo', 'radfahren'],
  },
  {
    id: '01a19b9f-42ae-731c-801b-0613fcc87989',
    name: 'Surfing',
    synonyms: ['surf', 'bodyboarding', 'wellenreiten'],
  },
  {
    id: '01a19b9f-5841-7ef9-baa3-3d274245a346',
    name: 'Sailing',
    synonyms: ['vela', 'segeln', 'voile'],
  },
  {
    id: '01a19b9f-83a9-7bf3-8498-84b5b42d88ec',
    name: 'Rock climbing',
    synonyms: ['climbing', 'bouldering', 'escalada', 'klettern', 'escalade'],
  },
  {
    id: '01a19b9f-948f-7e2f-8c72-388b3124c0a8',
    name: 'Hiking',
    synonyms: ['senderismo', 'trekking', 'wandern', 'randonnée', 'orienteering'],
  },
  {
    id: '01a19b9f-bcdd-7d96-9bed-8a77deb03986',
    name: 'Cross-country skiing',
    synonyms: ['nordic skiing', 'langlauf', 'langrenn'],
  },
  {
    id: '01a19b9f-e007-7c75-8504-ed36d12859be',
    name: 'Skiing',
    synonyms: ['downhill skiing', 'snowboarding', 'esquí'],
  },
  {
    id: '01a19b9f-f635-70ee-a621-6ee759030344',
    name: 'Football',
    synonyms: ['soccer', 'fútbol', 'fussball'],
  },
  {
    id: '01a19ba0-11da-7f87-853b-7943beac33db',
    name: 'Basketball',
    synonyms: ['baloncesto', 'básquet'],
  },
  {
    id: '01a19ba0-2d5f-70f2-9bed-a0515ff88676',
    name: 'Tennis',
    synonyms: ['tenis', 'padel'],
  },
  {
    id: '01a19ba0-5521-7303-9410-b6aa85d809ef',
    name: 'Table tennis',
    synonyms: ['ping pong', 'tischtennis', '乒乓球'],
  },
  {
    id: '01a19ba0-75c1-795d-9201-d082b4c04025',
    name: 'Cricket',
    synonyms: ['críquet', 'क्रिकेट'],
  },
  {
    id: '01a19ba0-9897-7935-bb52-bf32fbaf5598',
    name: 'Yoga',
    synonyms: ['vinyasa', 'hatha yoga', 'ashtanga', 'योग'],
  },
  {
    id: '01a19ba0-b4ce-725d-9597-3af12c77bf37',
    name: 'Tai chi',
    synonyms: ['taijiquan', '太极拳', 'qigong'],
  },
  {
    id: '01a19ba0-c813-7084-9f2b-0eb1fbd6e461',
    name: 'Capoeira',
    synonyms: ['capoeira angola'],
  },
  {
    id: '01a19ba0-e83c-7d6e-a662-44aa054c952b',
    name: 'Judo',
    synonyms: ['柔道'],
  },
  {
    id: '01a19ba1-1198-7d2d-9261-acce4d920289',
    name: 'Karate',
    synonyms: ['空手'],
  },
  {
    id: '01a19ba1-2506-7245-b1ec-989f07c28090',
    name: 'Brazilian jiu-jitsu',
    synonyms: ['bjj', 'jiu-jitsu', 'grappling'],
  },
  {
    id: '01a19ba1-5297-76c0-a91e-28cdec54e947',
    name: 'Boxing',
    synonyms: ['boxeo', 'boxen', 'kickboxing'],
  },
  {
    id: '01a19ba1-6a57-73fd-8ed1-6625567f2592',
    name: 'Strength training',
    synonyms: ['weightlifting', 'gym training', 'calisthenics'],
  },
  {
    id: '01a19ba1-8626-74c5-a9a4-f49763ab1a6e',
    name: 'Horse riding',
    synonyms: ['equitación', 'reiten', 'équitation'],
  },
];
