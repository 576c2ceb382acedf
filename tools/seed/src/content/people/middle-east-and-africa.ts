import type { Person } from '../content-types';

/** Members from the Middle East and Africa. */
export const middleEasternersAndAfricans: readonly Person[] = [
  {
    email: 'layla@parley.example',
    displayName: 'Layla Haddad',
    headline: 'Teaches Arabic with recipes, and recipes with Arabic',
    bio: 'Primary school teacher in Amman. Half of what I know about grammar I explain with flour on my hands. My brother lives in Graz and his children answer me in German.',
    location: 'Amman, Jordan',
    timezone: 'Asia/Amman',
    languages: ['ar', 'en', 'fr'],
    teaches: [
      { skill: 'Arabic', level: 'expert', note: 'Script and standard Arabic; the street version on request' },
      { skill: 'Levantine cooking', level: 'expert' },
      { skill: 'Arabic calligraphy', level: 'intermediate' },
    ],
    learns: [
      { skill: 'German', level: 'beginner', note: 'Enough to win against my nephews' },
      { skill: 'Spanish', level: 'beginner' },
      { skill: 'Piano', level: 'beginner' },
    ],
  },
  {
    email: 'noam@parley.example',
    displayName: 'Noam Levi',
    headline: 'Rust, and endgames I lose',
    bio: 'I write firmware for water meters in Haifa, which is more exciting than it sounds, briefly. I play chess in the park against a man of eighty who has never let me win.',
    location: 'Haifa, Israel',
    timezone: 'Asia/Jerusalem',
    languages: ['he', 'en', 'ru'],
    teaches: [
      { skill: 'Rust', level: 'expert' },
      { skill: 'Hebrew', level: 'expert' },
      { skill: 'Electronics repair', level: 'advanced' },
    ],
    learns: [
      { skill: 'Chess', level: 'intermediate', note: 'Rook endings, there is a man I must beat' },
      { skill: 'Arabic', level: 'beginner' },
    ],
  },
  {
    email: 'parisa@parley.example',
    displayName: 'Parisa Karimi',
    headline: 'Reads Hafez aloud, photographs doorways',
    bio: 'Architect in Shiraz. I can explain any poem if you give me tea and time. I am saving for a long trip through France, by train and with a sketchbook.',
    location: 'Shiraz, Iran',
    timezone: 'Asia/Tehran',
    languages: ['fa', 'en'],
    teaches: [
      { skill: 'Persian', level: 'expert' },
      { skill: 'Poetry', level: 'advanced', note: 'Hafez, Forough, and how to read slowly' },
      { skill: 'Persian cooking', level: 'advanced' },
    ],
    learns: [
      { skill: 'French', level: 'intermediate' },
      { skill: 'Urban sketching', level: 'beginner' },
    ],
  },
  {
    email: 'chidi@parley.example',
    displayName: 'Chidi Okafor',
    headline: 'Highlife guitar, and physics for people who were told they cannot',
    bio: 'I teach physics at a secondary school in Lagos and play rhythm guitar in a band that is older than I am. Somebody at a festival in Barranquilla told me our music had cousins there, so I am going to meet them.',
    location: 'Lagos, Nigeria',
    timezone: 'Africa/Lagos',
    languages: ['ig', 'en', 'yo'],
    teaches: [
      { skill: 'Guitar', level: 'advanced', note: 'Highlife and palm-wine, all thumb and patience' },
      { skill: 'Physics', level: 'expert' },
      { skill: 'Igbo', level: 'expert' },
    ],
    learns: [
      { skill: 'Spanish', level: 'beginner', note: 'Barranquilla in February' },
      { skill: 'Music production', level: 'beginner' },
      { skill: 'French', level: 'beginner' },
    ],
  },
  {
    email: 'fatou@parley.example',
    displayName: 'Fatou Diop',
    headline: 'Tailor’s daughter, teacher of French, future web developer',
    bio: 'I teach French to adults in Dakar and sew for the whole street before every holiday. My cousins sell my dresses by telephone; they deserve a website.',
    location: 'Dakar, Senegal',
    timezone: 'Africa/Dakar',
    languages: ['wo', 'fr', 'en'],
    teaches: [
      { skill: 'French', level: 'expert' },
      { skill: 'Wolof', level: 'expert' },
      { skill: 'Sewing', level: 'expert', note: 'Bring the fabric you are afraid to cut' },
    ],
    learns: [
      { skill: 'JavaScript', level: 'beginner' },
      { skill: 'HTML', level: 'beginner' },
      { skill: 'CSS', level: 'beginner' },
    ],
  },
  {
    email: 'amina@parley.example',
    displayName: 'Amina Wanjiru',
    headline: 'Runs at six, teaches Swahili at eight',
    bio: 'I train with the slow group in Ngong, which is still fast. I started Swahili lessons for my neighbours from the embassy and never stopped.',
    location: 'Nairobi, Kenya',
    timezone: 'Africa/Nairobi',
    languages: ['sw', 'en', 'ki'],
    teaches: [
      { skill: 'Swahili', level: 'expert' },
      { skill: 'Running', level: 'advanced', note: 'Your first 10 km without hating it' },
    ],
    learns: [
      { skill: 'Mathematics', level: 'intermediate', note: 'I want to go back to university' },
      { skill: 'Portuguese', level: 'beginner' },
    ],
  },
  {
    email: 'samuel@parley.example',
    displayName: 'Samuel Mensah',
    headline: 'Mathematics without tears, drums without neighbours',
    bio: 'Retired mathematics teacher in Accra, which means that I now teach for pleasure. The drums are in the garden house. The neighbours were asked.',
    location: 'Accra, Ghana',
    timezone: 'Africa/Accra',
    languages: ['ak', 'en'],
    teaches: [
      { skill: 'Mathematics', level: 'expert' },
      { skill: 'Djembe', level: 'expert' },
      { skill: 'Twi', level: 'expert' },
    ],
    learns: [
      { skill: 'Running', level: 'beginner', note: 'Doctor’s idea' },
      { skill: 'French', level: 'beginner' },
      { skill: 'Beekeeping', level: 'beginner' },
    ],
  },
];
