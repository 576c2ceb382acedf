import { type Line, ana, jonas } from './line';

/** How it began. */
export const firstEvening: readonly Line[] = [
  jonas(
    'Hello Ana! Your profile says Spanish and salsa, mine says TypeScript and German. I think that we are each other’s homework.',
  ),
  ana('hola Jonas!! each other’s homework, I like that 😄'),
  ana('what is your level? honestly'),
  jonas('Honestly: I can order a beer and apologise for it.'),
  ana('that is A1 with manners'),
  ana('and why Spanish? work, love or revenge?'),
  jonas(
    'My grandmother. She went to Montevideo in 1958 and wrote letters home until 1989. In Spanish, to practise. There is a box. Nobody in the family can read it.',
  ),
  ana('ok. We are going to read that box'),
  jonas('And you, why TypeScript?'),
  ana(
    'I have 60 students, 4 notebooks and one calendar on the fridge. I want to build a little app and I do not want to be ashamed of it',
  ),
  jonas('How much have you programmed so far?'),
  ana('I made a page that says “hola”. It took a weekend. But it says it in COLOURS'),
  jonas('Then the hard part is over. Tuesdays and Thursdays, half an hour each way?'),
  ana('martes y jueves. First lesson: say after me. *Mucho gusto.*'),
  jonas('Mucho gusto.'),
  ana('igualmente 🤝'),
];
