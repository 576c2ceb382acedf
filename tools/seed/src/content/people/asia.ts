import type { Person } from '../content-types';

/** Members from Asia. */
export const asians: readonly Person[] = [
  {
    email: 'priya@parley.example',
    displayName: 'Priya Raman',
    headline: 'Platform engineer, amateur astronomer, Almodóvar without subtitles one day',
    bio: 'I look after build systems in Bengaluru and teach interns how not to fear types. I am learning Spanish for a year in Granada that exists so far only in a spreadsheet.',
    location: 'Bengaluru, India',
    timezone: 'Asia/Kolkata',
    languages: ['ta', 'en', 'hi', 'kn'],
    teaches: [
      { skill: 'TypeScript', level: 'expert', note: 'I start from the error message you have on screen' },
      { skill: 'Tamil', level: 'expert' },
      { skill: 'Astronomy', level: 'intermediate' },
    ],
    learns: [
      { skill: 'Spanish', level: 'beginner', note: 'Past tenses are my wall' },
      { skill: 'Photography', level: 'beginner', note: 'The night sky, on a tripod made of books' },
      { skill: 'Drawing', level: 'beginner' },
    ],
  },
  {
    email: 'kenji@parley.example',
    displayName: 'Kenji Watanabe',
    headline: 'Guitar maker in Kyoto. Quiet in three languages, hoping for a fourth',
    bio: 'I build eight guitars a year and play every one of them for a month before it goes. Last year one went to Oaxaca and its owner writes me long letters in Spanish.',
    location: 'Kyoto, Japan',
    timezone: 'Asia/Tokyo',
    languages: ['ja', 'en', 'ko'],
    teaches: [
      { skill: 'Guitar', level: 'expert', note: 'Slowly, with good hands' },
      { skill: 'Japanese', level: 'expert' },
      { skill: 'Woodworking', level: 'expert' },
    ],
    learns: [
      { skill: 'Spanish', level: 'beginner', note: 'To answer the letters' },
      { skill: 'Korean', level: 'intermediate' },
      { skill: 'Coffee brewing', level: 'intermediate' },
    ],
  },
  {
    email: 'jiwoo@parley.example',
    displayName: 'Park Ji-woo',
    headline: 'Cuts documentaries, edits kimchi recipes',
    bio: 'Video editor in Seoul. I can make eleven hours of goats into nine good minutes. I would like to read Japanese novels on the metro and understand what the jury in San Sebastián says about my film.',
    location: 'Seoul, South Korea',
    timezone: 'Asia/Seoul',
    languages: ['ko', 'en', 'ja'],
    teaches: [
      { skill: 'Video editing', level: 'expert' },
      { skill: 'Korean', level: 'expert' },
      { skill: 'Korean cooking', level: 'intermediate' },
    ],
    learns: [
      { skill: 'Japanese', level: 'intermediate' },
      { skill: 'Spanish', level: 'beginner' },
      { skill: 'Woodworking', level: 'beginner', note: 'One stool. I dream of one stool.' },
    ],
  },
  {
    email: 'mei@parley.example',
    displayName: 'Mei Lin 林美',
    headline: 'Ink, tea, and long sentences in German',
    bio: 'I teach ink painting in Chengdu. Years ago I read one story by Stifter in translation and have been trying to reach the original ever since.',
    location: 'Chengdu, China',
    timezone: 'Asia/Shanghai',
    languages: ['zh-CN', 'en', 'de'],
    teaches: [
      { skill: 'Mandarin Chinese', level: 'expert' },
      { skill: 'Ink painting', level: 'expert', note: 'Bamboo first, patience included' },
      { skill: 'Tea', level: 'advanced' },
    ],
    learns: [
      { skill: 'German', level: 'intermediate', note: 'Literature, and verbs at the end' },
      { skill: 'Bookbinding', level: 'beginner' },
    ],
  },
  {
    email: 'ha@parley.example',
    displayName: 'Nguyễn Thu Hà',
    headline: 'Her mother’s phở, her own spreadsheets',
    bio: 'Accountant in Hà Nội and the only one in the family trusted with the broth. I want to speak English with a little less fear, and to bake a bread that is not a baguette.',
    location: 'Hanoi, Vietnam',
    timezone: 'Asia/Ho_Chi_Minh',
    languages: ['vi', 'en'],
    teaches: [
      { skill: 'Vietnamese cooking', level: 'expert', note: 'Broth takes a day, I can wait' },
      { skill: 'Vietnamese', level: 'expert' },
      { skill: 'Spreadsheets', level: 'expert' },
    ],
    learns: [
      { skill: 'English', level: 'intermediate' },
      { skill: 'Bread baking', level: 'beginner' },
      { skill: 'Italian cooking', level: 'beginner' },
    ],
  },
  {
    email: 'arjun@parley.example',
    displayName: 'Arjun Mehta',
    headline: 'Machine learning, cricket, and a violin that my daughter has outgrown',
    bio: 'I train models for monsoon forecasts in Mumbai. My daughter gave up the violin last year; I did not want it to be lonely.',
    location: 'Mumbai, India',
    timezone: 'Asia/Kolkata',
    languages: ['hi', 'mr', 'en'],
    teaches: [
      { skill: 'Machine learning', level: 'expert', note: 'With pencil and paper first' },
      { skill: 'Python', level: 'expert' },
      { skill: 'Hindi', level: 'expert' },
      { skill: 'Cricket', level: 'intermediate' },
    ],
    learns: [
      { skill: 'Fiddle', level: 'beginner' },
      { skill: 'Yoga', level: 'beginner', note: 'Desk back' },
    ],
  },
];
