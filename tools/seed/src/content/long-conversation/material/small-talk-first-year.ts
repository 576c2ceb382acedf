import { type Line, ana, jonas } from '../line';

/** Life, in between: what the two tell each other when nobody is teaching. */
export const smallTalkOfTheFirstYear: readonly (readonly Line[])[] = [
  [
    ana('my neighbour is practising the trombone again'),
    jonas('the same three notes?'),
    ana('four now. We are all very happy for him'),
  ],
  [
    jonas('It snowed. In April. The cyclists of Berlin are writing letters to the editor.'),
    ana('29 degrees here, I am not going to say anything'),
    jonas('You just did'),
    ana('🌞'),
  ],
  [
    ana('a student brought me avocados from her grandfather. ELEVEN. They are all ripe today'),
    jonas('That is a race condition'),
    ana('it is guacamole'),
  ],
  [
    jonas(
      'I found another letter from my grandmother. 1961. She describes a whole Sunday and nothing happens and it is wonderful',
    ),
    ana('read me one sentence'),
    jonas('> El perro duerme, tu abuelo también, y yo aprovecho para escribirte sin que me corrijan.'),
    ana('🥹 “sin que me corrijan”. Subjunctive, and then a person'),
  ],
  [
    ana('my bread came out of the oven as a hat'),
    jonas('Mine last week was a doorstop. Too little water?'),
    ana('too much conversation, I forgot it'),
  ],
  [
    jonas('Today a man on the train spoke Spanish on the phone and I understood ALL of it'),
    ana('!!! what did he say'),
    jonas('that he would be late and that the lasagne is in the freezer'),
    ana('literature'),
  ],
  [
    ana('power cut in the whole barrio. I write by candle, very 1850'),
    jonas('Save your battery!'),
    ana('one last verb first'),
  ],
  [
    jonas('My team lead asked why my commit message is in Spanish'),
    ana('what did it say'),
    jonas('“ahora sí”'),
    ana('that IS the only commit message'),
  ],
  [
    ana(
      'at the market the man called me “reina”, “guapa” and “corazón” in one sentence and sold me two kilos of something I cannot identify',
    ),
    jonas('Photo?'),
    ana('https://example.com/photos/que-es-esto.jpg'),
    jonas('Those are quinces. Quitten! You must cook them, do not bite'),
    ana('I bit'),
  ],
  [
    jonas('Went to my first salsa evening. Survived.'),
    ana('DETAILS'),
    jonas('A lady of seventy led me. She said: “mijo, respira”'),
    ana('she is right and I want to meet her'),
  ],
  [
    ana(
      'do you have the thing in German that on the phone you say bye ten times? vale, venga, chao, hasta luego, un beso, chao, chao',
    ),
    jonas('We say “tschüss” and hang up. Sometimes “so”, before, as a warning'),
    ana('“so”. Cold.'),
  ],
  [
    jonas('Half the office is sick and the other half is coughing in meetings. I work from the kitchen'),
    ana('ginger, panela, lime. Hot. My mother has sent the order'),
    jonas('Ingwer and lime I have. Panela is…'),
    ana('brown sugar with a biography'),
  ],
  [
    ana('I have a student of 81 who learns English “to argue with the internet”'),
    jonas('Hire him'),
    ana('his first sentence today was “I strongly disagree”'),
  ],
  [
    jonas('My bike was stolen. The lock is still there, closed, very correct'),
    ana('NO. The green one??'),
    jonas('The “verde casi”. 😔'),
    ana('que se le pinchen las dos ruedas al ladrón'),
    jonas('Subjunctive of revenge. Danke, that helps'),
  ],
  [
    ana('football downstairs. I do not watch it but I know the score by the walls'),
    jonas('And?'),
    ana('two walls to one'),
  ],
  [
    jonas('I read the first chapter of “Cien años de soledad”. Alone. It took nine days'),
    ana('JONAS. And??'),
    jonas('There is a José Arcadio and another José Arcadio. Is this a bug?'),
    ana('it is inheritance'),
  ],
  [
    ana('my mother is visiting from Cali. She reorganised my kitchen. I live in a museum of my own things'),
    jonas('Did she write documentation?'),
    ana('she IS the documentation'),
  ],
  [
    jonas('Elections here on Sunday, I count votes in the school round the corner. Twelve hours, with cake'),
    ana('you are the most German person I know and I mean it kindly'),
  ],
  [
    ana('the sea is 14 degrees and there was a man swimming and SINGING'),
    jonas('Was he from Sweden'),
    ana('from Alboraya. I asked'),
  ],
  [
    jonas('I cooked arepas. They look like planets without atmosphere'),
    ana('photo please'),
    jonas('https://example.com/photos/arepas-lunares.jpg'),
    ana('jajaja they only need more water and more faith. Flour: masarepa, no other!!'),
  ],
  [
    ana('one of my students passed the DELE B2 today, she called me from the street, I cried in the supermarket'),
    jonas('That is the best reason to cry in a supermarket. ¡Enhorabuena a las dos!'),
  ],
  [
    jonas('Question about manners: they kissed me twice in Montevideo on the phone video, on the SCREEN, what do I do'),
    ana('you kiss the screen, obviously'),
    jonas('I waved'),
    ana('ay, Jonas'),
  ],
  [
    ana('I have named the sourdough. Her name is Shakira'),
    jonas('Because?'),
    ana('she grows best with music and at three in the morning'),
  ],
  [
    jonas('Landing in Valencia on the 14th at 18:20!! It is booked. I pressed the button with closed eyes'),
    ana('AAAAAAH. I make a list. No, three lists'),
    jonas('Is there time to sleep on any of the lists?'),
    ana('on Monday, maybe'),
  ],
  [
    ana('my site has its first visitor who is not me, my mother or you'),
    jonas('Who??'),
    ana('somebody from Finland. Stayed 4 seconds. I am honoured'),
  ],
  [
    jonas(
      'In the choir we sing something in Ladino now. I understand it! It is as if Spanish had stayed at home for five hundred years',
    ),
    ana('sing me one line'),
    jonas('“Avre tu puerta serrada”'),
    ana('abre tu puerta cerrada 🥲 how beautiful, with s like my grandmother'),
  ],
  [
    ana('they paint the staircase. The painter asks every day if I like the colour. It is white'),
    jonas('Which white?'),
    ana('do not start you too'),
  ],
  [
    jonas('Ich habe heute „ojalá“ in einer Besprechung gesagt. Auf Deutsch gibt es nichts so Gutes.'),
    ana('„hoffentlich“?'),
    jonas('It has a form to fill in. Ojalá has wings'),
  ],
  [
    ana('I have to tell somebody: the octopus lady at the market now keeps me the good tomatoes'),
    jonas('You have arrived. That is citizenship'),
  ],
  [
    jonas('I dreamed in Spanish last night!!'),
    ana('NO. What happened??'),
    jonas('I was ordering a printer cartridge. But fluently'),
    ana('jajajaja the subconscious is an office'),
  ],
];
