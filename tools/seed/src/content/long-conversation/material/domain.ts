/** The things in Ana's app, from which questions about code are made. */
export interface DomainThing {
  readonly type: string;
  readonly one: string;
  readonly many: string;
  /** Fields: a text, a number, a date and a yes or no. */
  readonly text: string;
  readonly amount: string;
  readonly date: string;
  readonly flag: string;
}

export const domain: readonly DomainThing[] = [
  { type: 'Lesson', one: 'lesson', many: 'lessons', text: 'topic', amount: 'minutes', date: 'startsAt', flag: 'done' },
  {
    type: 'Student',
    one: 'student',
    many: 'students',
    text: 'name',
    amount: 'hours',
    date: 'joinedAt',
    flag: 'active',
  },
  {
    type: 'Invoice',
    one: 'invoice',
    many: 'invoices',
    text: 'reference',
    amount: 'total',
    date: 'dueAt',
    flag: 'paid',
  },
  {
    type: 'Word',
    one: 'word',
    many: 'words',
    text: 'spelling',
    amount: 'repetitions',
    date: 'learnedAt',
    flag: 'known',
  },
  { type: 'Song', one: 'song', many: 'songs', text: 'title', amount: 'seconds', date: 'addedAt', flag: 'favourite' },
  {
    type: 'Essay',
    one: 'essay',
    many: 'essays',
    text: 'title',
    amount: 'wordCount',
    date: 'handedInAt',
    flag: 'corrected',
  },
  { type: 'Recipe', one: 'recipe', many: 'recipes', text: 'dish', amount: 'servings', date: 'cookedAt', flag: 'vegan' },
  {
    type: 'Letter',
    one: 'letter',
    many: 'letters',
    text: 'sender',
    amount: 'pages',
    date: 'writtenAt',
    flag: 'answered',
  },
  { type: 'Photo', one: 'photo', many: 'photos', text: 'caption', amount: 'views', date: 'takenAt', flag: 'printed' },
  {
    type: 'Plant',
    one: 'plant',
    many: 'plants',
    text: 'nickname',
    amount: 'leaves',
    date: 'wateredAt',
    flag: 'thirsty',
  },
  { type: 'Course', one: 'course', many: 'courses', text: 'title', amount: 'seats', date: 'opensAt', flag: 'full' },
  {
    type: 'Exercise',
    one: 'exercise',
    many: 'exercises',
    text: 'prompt',
    amount: 'attempts',
    date: 'createdAt',
    flag: 'solved',
  },
  {
    type: 'Dancer',
    one: 'dancer',
    many: 'dancers',
    text: 'nickname',
    amount: 'songs',
    date: 'lastSeenAt',
    flag: 'tired',
  },
];
