import type { Conversation } from '../content-types';
import { amelie, ana, day, hour } from './speakers';

/** Light, and how to say it. */
export const anaAndAmelie: Conversation = {
  kind: 'direct',
  members: ['amelie@parley.example', 'ana@parley.example'],
  messages: [
    amelie(
      34 * day,
      'Bonjour Ana ! Hola. I saw that you want photography and I want to speak Spanish with somebody who will not let me hide behind French words. Est-ce que ça te dit ?',
    ),
    ana(
      34 * day - 3 * hour,
      'Oui ! with pleasure. My French is from a summer in Marseille so it is mostly swearing and fish',
    ),
    amelie(34 * day - 4 * hour, 'C’est une base solide 😂'),
    amelie(
      31 * day,
      'First exercise, no camera settings: photograph the same cup at 8:00, 13:00 and 19:00, same window. Send me the three.',
    ),
    ana(30 * day - 2 * hour, 'https://example.com/albums/una-taza-tres-horas'),
    ana(30 * day - 2 * hour - 1, 'the one from 19:00 looks like it has a secret'),
    amelie(
      30 * day - 3 * hour,
      'Voilà. You just learned half of my job. The cup did nothing, the light did everything. Low light from the side = secrets. High light = passport.',
    ),
    ana(
      30 * day - 3 * hour - 10,
      'high light = passport 😂 ok I understand now every picture my mother ever took of me',
    ),
    amelie(25 * day, 'Ayer he ido a la panadería a las cinco y el panadero me ha dicho que soy loca.'),
    ana(25 * day - 50, 'Very good! Three small things, in order of how much they matter:'),
    ana(
      25 * day - 52,
      '1. **Ayer fui**, not *he ido*: with ayer the door is closed (in French you can, I know, sorry).',
      '2. me **dijo**, same reason.',
      '3. que **estoy** loca. *Ser loca* is a diagnosis, *estar loca* is five in the morning.',
    ),
    amelie(25 * day - 55, 'Alors : ayer fui a la panadería y el panadero me dijo que estoy loca. Y tiene razón.'),
    ana(25 * day - 56, 'perfecta. “Tiene razón” sin pensarlo, chapeau'),
    amelie(
      20 * day,
      'Faux amis that have hurt me this week: *embarazada*, *constipado*, *largo*. Others I should know before I travel?',
    ),
    ana(
      20 * day - 35,
      'uf, la lista:',
      '',
      '| you think | it is |',
      '| --- | --- |',
      '| équipage → *equipaje* | luggage. The crew is *la tripulación* |',
      '| entendre → *entender* | to understand. To hear is *oír* |',
      '| salir → *salir* | to go out! To make dirty is *ensuciar* |',
      '| nombre → *nombre* | name. The number is *número* |',
    ),
    amelie(20 * day - 37, 'I have been telling people that I go out my hands'),
    ana(20 * day - 37, '“voy a salir las manos” 💀💀 llevo un minuto sin respirar'),
    ana(
      11 * day,
      'I went to the fish market at 6:30 like you said. They threw me out twice and the third time the woman with the octopus said: “bueno, pero a mí por este lado”. She knows her good side!!',
    ),
    amelie(
      11 * day - 4 * hour,
      'Everyone does. That is the real lesson: ask, wait, come back. The third time is the picture.',
    ),
    amelie(11 * day - 4 * hour - 2, 'Show me the octopus lady.'),
    ana(11 * day - 5 * hour, 'https://example.com/albums/mercado-central/12'),
    amelie(
      11 * day - 6 * hour,
      'Ana. That is a *photograph*. The hands! Take one step closer next time and cut the ceiling, nobody buys fish from the ceiling.',
    ),
    ana(4 * day, '¿Cómo se dice “cut the ceiling” en francés? for my Marseille collection'),
    amelie(4 * day - 40, '« Coupe le plafond ». Très poli, hélas.'),
    amelie(1 * day + 6 * hour, 'Si **tuviera** más tiempo, **iría** a Valencia en marzo para las Fallas. ¿Está bien?'),
    ana(
      1 * day + 5 * hour,
      'Está PERFECTO. Si tuviera… iría… I am going to cry on the tram. And you should come: fire, noise, and light from the side',
    ),
    amelie(1 * day + 4 * hour, 'Then I stop saying “if”. Iré. 📸'),
  ],
};
