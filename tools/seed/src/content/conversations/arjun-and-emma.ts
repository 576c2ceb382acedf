import type { Conversation } from '../content-types';
import { arjun, day, emma, hour } from './speakers';

/** Hindi for a mother-in-law, yoga for a desk back. */
export const arjunAndEmma: Conversation = {
  kind: 'direct',
  members: ['emma@parley.example', 'arjun@parley.example'],
  messages: [
    emma(
      22 * day,
      'Namaste Arjun, or is that too much? I would like to make my mother-in-law in Nagpur laugh, on purpose. So far it only happens by accident.',
    ),
    arjun(22 * day - 7 * hour, 'नमस्ते is never too much 🙏 What made her laugh by accident?'),
    emma(22 * day - 8 * hour, 'I told her “मैं बहुत गर्म हूँ”, meaning that I felt hot. My partner had to leave the room.'),
    arjun(
      22 * day - 8 * hour - 5,
      'Hahaha. Yes. For the weather: **मुझे गर्मी लग रही है** (*mujhe garmī lag rahī hai*), “heat is attaching itself to me”. In Hindi such things happen *to* you, you are innocent.',
    ),
    emma(22 * day - 8 * hour - 12, 'Hunger, cold, love too?'),
    arjun(
      22 * day - 8 * hour - 13,
      'मुझे भूख लगी है, मुझे ठंड लग रही है… and मुझे तुमसे प्यार है. All happen to you. Very restful grammar.',
    ),
    emma(15 * day, 'Your turn. Sit how you sit at work. Do not improve it. Where is your chin?'),
    arjun(15 * day - 40, 'In Pune, I think. My chair is in Mumbai.'),
    emma(
      15 * day - 42,
      'Ha. Slide it straight back, as if someone said something mildly shocking. Five breaths. Every time a model finishes training.',
    ),
    arjun(15 * day - 45, 'They train for six hours'),
    emma(15 * day - 45, 'Every *epoch*, then!'),
    arjun(
      9 * day,
      'The chin thing works. My daughter says I look “less like a question mark”. She also asked why I play the violin to the cat.',
    ),
    emma(9 * day - 9 * hour, 'What did you say?'),
    arjun(9 * day - 20 * hour, 'कि बिल्ली शिकायत नहीं करती। — “that the cat does not complain.”'),
    emma(9 * day - 21 * hour, 'Let me try to read: ki billī… shikāyat nahīn kartī! I got shikāyat from a film!'),
    arjun(9 * day - 22 * hour, 'शाबाश! 👏'),
    emma(
      2 * day,
      'She called. I said “मुझे आपके हाथ के लड्डुओं की याद आ रही है” (the memory of laddus from your hands is coming to me). Silence. Then she laughed, then she cried, and a parcel is on its way.',
    ),
    arjun(2 * day - 8 * hour, 'That is fluent, Emma. The rest is vocabulary. अगली बार लड्डू मुझे भी भेजना 😄'),
    emma(
      1 * day + 14 * hour,
      'बिल्कुल! Thursday, 20:00 yours? Bring a belt or a dupatta, we stretch the backs of the legs.',
    ),
  ],
};
