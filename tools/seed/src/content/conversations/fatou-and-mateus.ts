import type { Conversation } from '../content-types';
import { day, fatou, hour, mateus } from './speakers';

/** A first web page, and a first novel in the original. */
export const fatouAndMateus: Conversation = {
  kind: 'direct',
  members: ['fatou@parley.example', 'mateus@parley.example'],
  messages: [
    fatou(
      26 * day,
      'Bonjour Mateus ! I want to make a page where people see my dresses and can write to my cousins. I have never written code. Is it honest to say “beginner” when it is less than that?',
    ),
    mateus(
      26 * day - 60,
      'Olá Fatou! Less than beginner is the best level, nothing to unlearn. Write this into a file called `index.html` and open it in the browser:',
    ),
    mateus(26 * day - 61, '```html', '<h1>Les robes de Fatou</h1>', '<p>Bientôt ici.</p>', '```'),
    fatou(26 * day - 75, 'Je crie dans la rue. IT IS THERE. Big letters, my name!'),
    mateus(26 * day - 76, 'You are a web developer now. I don’t make the rules 😄'),
    mateus(
      26 * day - 78,
      'My side: I have “Une si longue lettre” by Mariama Bâ here, in French, and I get stuck on page 1. Je lis, mais je ne *entends* pas la langue.',
    ),
    fatou(
      26 * day - 90,
      'Ah, Mariama Bâ. Tu commences par le sommet ! Small thing: je **n’entends** pas. Before a vowel, *ne* loses its e. And you see, you wrote a true sentence with only one letter wrong.',
    ),
    fatou(21 * day, 'I put five photos. They are in one column and each one is as big as my house'),
    mateus(21 * day - 30, 'Give them a pattern to lie on, like pieces on fabric:'),
    mateus(
      21 * day - 31,
      '```css',
      '.robes {',
      '  display: grid;',
      '  grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));',
      '  gap: 1rem;',
      '}',
      '.robes img {',
      '  width: 100%;',
      '}',
      '```',
    ),
    fatou(
      21 * day - 50,
      'But this is *patronage* ! You say the smallest width that a piece may have, and the cloth decides how many fit. I have done this since I was nine.',
    ),
    mateus(21 * day - 52, 'I will teach CSS with your sentence on Monday, to thirty teenagers.'),
    mateus(21 * day - 53, 'more to read, all free: https://developer.mozilla.org/docs/Learn_web_development'),
    mateus(14 * day, 'Page 12. Question : « il pleut des cordes » ?? Ropes?'),
    fatou(
      14 * day - 20,
      'It rains ropes, oui. In Wolof we just say *taw bi dafa bari*, “there is much rain”. French is more dramatic.',
    ),
    mateus(14 * day - 22, 'In Recife: “chove canivete”, it rains pocket knives. We win'),
    fatou(
      9 * day,
      'The button. When somebody presses “écrire”, I want it to open a message with the name of the dress already in it. Possible or dream?',
    ),
    mateus(
      9 * day - 40,
      'Possible, five lines:',
      '',
      '```js',
      "for (const button of document.querySelectorAll('button[data-robe]')) {",
      "  button.addEventListener('click', () => {",
      '    const subject = encodeURIComponent(`La robe ${button.dataset.robe}`);',
      '    location.href = `mailto:cousines@example.org?subject=${subject}`;',
      '  });',
      '}',
      '```',
      '',
      'Before you copy it: which part do you think *waits*, and which part *happens*?',
    ),
    fatou(9 * day - 55, '`addEventListener` waits, like the bell on the shop door. Inside the arrow happens.'),
    mateus(9 * day - 56, '10/10. A campainha da porta!'),
    fatou(
      8 * day,
      'First order arrived through the page. The blue one with the collar. My cousin thought it was a trick and telephoned the lady to check 😂',
    ),
    mateus(8 * day - 30, 'PARABÉNS!!! 🎉🎉 (and hug the cousin, that is called testing)'),
    mateus(
      2 * day,
      'J’ai fini le chapitre cinq sans dictionnaire. J’ai compris la colère de Ramatoulaye avant de comprendre les mots.',
    ),
    fatou(
      2 * day - 3 * hour,
      'Phrase parfaite. Et c’est exactement comme ça qu’il faut la lire. Jeudi on parle du chapitre six, et moi je veux apprendre la boucle `for`.',
    ),
  ],
};
