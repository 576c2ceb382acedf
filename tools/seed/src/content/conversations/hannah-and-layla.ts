import type { Conversation } from '../content-types';
import { day, hannah, hour, layla } from './speakers';

/** Postcards from Aleppo, nephews from Graz. */
export const hannahAndLayla: Conversation = {
  kind: 'direct',
  members: ['hannah@parley.example', 'layla@parley.example'],
  messages: [
    hannah(
      38 * day,
      'Liebe Layla, hello! My grandfather worked in Aleppo in the thirties and sent home eleven postcards. Somebody else wrote greetings on them in Arabic. I would love to read them myself one day, not just have them translated.',
    ),
    layla(
      38 * day - 70,
      'Hello dear Hannah. What a beautiful reason. Then no translation from me, only hints! Send the easiest one.',
    ),
    hannah(38 * day - 80, 'https://example.com/postcards/aleppo-1934-front'),
    layla(
      38 * day - 95,
      'One word at the top, you will see it on every card: **سلام**. Read from the right: س s, ل l, ا aa, م m.',
    ),
    hannah(38 * day - 99, 'sl… aa… m. Salaam!! I READ A WORD'),
    layla(38 * day - 99, '🎉 مبروك!'),
    layla(
      31 * day,
      'Now me. My nephew Karim (7) says “Tante Layla, du sprichst wie ein Buch”. How does a child in Graz say “I have no desire to”?',
    ),
    hannah(31 * day - 30, '„I mog net.“ 😄 In Hochdeutsch: „Ich mag nicht“ or „Ich hab keine Lust“.'),
    layla(31 * day - 31, 'I MOG NET. I will say it at dinner and watch him fall from the chair'),
    layla(30 * day, 'He fell from the chair.'),
    hannah(30 * day - 5, '😂 wunderbar'),
    hannah(
      24 * day,
      'I practise the alphabet at the piano: one letter, one bar. But the letters change their shape in the middle of a word and I feel tricked',
    ),
    layla(
      24 * day - 40,
      'They do not change, they hold hands. Take ب: alone it has a long tail; in company it folds it away, as one does on a bus. The dot stays. **Always look at the dots.**',
    ),
    layla(24 * day - 42, 'ب one below · ت two above · ث three above · ن one above, and deep'),
    hannah(24 * day - 50, 'folded tail on the bus. That helps more than four textbooks'),
    layla(17 * day, 'Ich habe der Katze das Fisch gegeben. Richtig?'),
    hannah(
      17 * day - 20,
      'Fast! **den** Fisch: der Fisch → den Fisch (the one being given), **der** Katze (the one who gets it, and she was *die* Katze a moment ago, I am sorry).',
    ),
    layla(17 * day - 22, 'Die Katze becomes DER Katze?? Is she well?'),
    hannah(17 * day - 23, 'She is in the dative. It passes.'),
    layla(17 * day - 23, '😹😹😹'),
    hannah(
      6 * day,
      'Second postcard, on my own, one hour, three cups of tea: **كل عام وأنتم بخير**. I get: “all year and you well”?',
    ),
    layla(
      6 * day - 50,
      'Hannah! Yes! *Kull ʿām wa-antum bi-khayr*: “every year, may you be well”. It is what we say at every feast and birthday. They sent your grandfather birthday wishes.',
    ),
    hannah(
      6 * day - 60,
      'The date on it is the 9th of May. That was his birthday. I had no idea what it said for ninety years. Well, forty of them were mine.',
    ),
    layla(6 * day - 62, '💛 now it arrived'),
    layla(
      1 * day + 9 * hour,
      'Klavier-Frage: my left hand does what the right hand does. They are like my twins in class 3b. How do I separate them?',
    ),
    hannah(
      1 * day + 8 * hour,
      'Let one of them tell a boring story (four notes, over and over) while the other one comes home late. Start at half the speed you think. Morgen um 18 Uhr?',
    ),
    layla(1 * day + 7 * hour, 'Morgen um 18 Uhr. إن شاء الله — und ich meine es wirklich!'),
  ],
};
