/** A German moment: what Ana tries or asks, and what Jonas makes of it. */
export interface GermanMoment {
  readonly ask: string;
  readonly answer: string;
  readonly reply: string;
}

export const germanMoments: readonly GermanMoment[] = [
  {
    ask: 'Ich habe gekauft ein Brot',
    answer: 'Fast! Ich habe ein Brot **gekauft**. The second half of the verb waits at the end, like a good host',
    reply: 'so one must listen to the END to know if you bought it or burned it',
  },
  {
    ask: 'der Mädchen? die Mädchen? it is a GIRL',
    answer: '**das** Mädchen. Everything with -chen is das, however much girl it is',
    reply: 'I have questions for your ancestors',
  },
  {
    ask: 'what is “doch”',
    answer: 'A yes to somebody’s no. „Du kommst nicht.“ — „Doch!“',
    reply: 'sí que. We need two words and a hand for it',
  },
  {
    ask: 'Ich bin heiß (it is 38 degrees)',
    answer: 'Mir ist heiß! 😳 It is the same trap as yours with caliente',
    reply: 'international trap. Good that we are friends',
  },
  {
    ask: 'how do I say “me da pereza”',
    answer: '„Ich hab keinen Bock“ among friends. „Ich bin zu faul“ if you are honest',
    reply: 'keinen Bock. It sounds exactly like what it is',
  },
  {
    ask: 'Eichhörnchen. I tried it in front of the mirror. The mirror is fine, I am not',
    answer: 'Aich – hörn – chen. The last one is like a cat that is not really angry',
    reply: 'the squirrel is not worth it',
  },
  {
    ask: 'Was bedeutet „na ja“?',
    answer: 'Depends: “well…”, “so-so”, “I disagree but the weather is nice”',
    reply: 'so it is the German *pues*',
  },
  {
    ask: 'Ich freue mich über das Wochenende, richtig?',
    answer: '**auf** das Wochenende: it is still to come. Über: you already have it',
    reply: 'hope takes auf. I like that hope has a preposition',
  },
  {
    ask: 'Kann ich „lecker“ über eine Person sagen?',
    answer: 'NEIN',
    reply: 'asking for a friend. It was me. It was at lunch',
  },
  {
    ask: 'why is “umfahren” two opposite things',
    answer: 'um**fáhren**: to drive around. **úm**fahren: to knock over. The stress decides who lives',
    reply: 'Spanish is a safe language',
  },
  {
    ask: 'Ich komme aus der Kolumbien',
    answer: 'aus Kolumbien, ohne Artikel. Mit Artikel nur ein paar: aus **der** Schweiz, aus **der** Türkei',
    reply: 'ich komme aus Kolumbien und ich wohne in der Verwirrung',
  },
  {
    ask: 'Wann sage ich „seit“ und wann „vor“?',
    answer: 'Seit zwei Jahren = it goes on. Vor zwei Jahren = it happened back then. Desde hace / hace',
    reply: 'Ich lerne seit zwei Jahren mit dir. Vor zwei Jahren wusste ich nichts.',
  },
  {
    ask: 'Handschuh. Shoe for the hand?? Is this a joke',
    answer: 'It goes on: Fingerhut, a hat for the finger. Schildkröte, a toad with a shield',
    reply: 'your language was made by children and I love it',
  },
  {
    ask: '„Ich habe Bauchschmerzen, weil ich habe zu viel gegessen“',
    answer: '…weil ich zu viel gegessen **habe**. After weil the verb walks to the very end',
    reply: 'weil ich zu viel gegessen habe. Even my stomach had to wait',
  },
  {
    ask: 'Was antwortet man auf „Mahlzeit!“?',
    answer: '„Mahlzeit!“ It is a password. Nobody knows the origin, nobody asks',
    reply: 'Mahlzeit. I feel employed',
  },
  {
    ask: 'Ich habe meine Schlüssel vergesst',
    answer: 'verg**essen**! essen – gegessen, vergessen – vergessen, as if you had eaten them',
    reply: 'vielleicht habe ich sie gegessen',
  },
  {
    ask: 'is there a word for the day between two holidays',
    answer: 'Brückentag! Bridge day',
    reply: 'PUENTE. It is the same. We are one people',
  },
  {
    ask: 'Ich liebe dich / ich hab dich lieb, what is the difference',
    answer: 'The first one changes your life. The second one you may also say to your aunt',
    reply: 'te amo / te quiero. Understood, with all its dangers',
  },
];
