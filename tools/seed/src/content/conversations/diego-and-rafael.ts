import type { Conversation } from '../content-types';
import { day, diego, hour, rafael } from './speakers';

/** Two languages so close that they trip each other; and nine spreadsheets. */
export const diegoAndRafael: Conversation = {
  kind: 'direct',
  members: ['rafael@parley.example', 'diego@parley.example'],
  messages: [
    rafael(
      31 * day,
      'Olá Diego! Do you believe in fate? You: tango, data, want surf and Portuguese. Me: the exact reverse.',
    ),
    diego(31 * day - 200, 'Che, I believe in sample sizes, but this one convinces me'),
    diego(
      30 * day,
      'Pregunta de principiante: I understand you perfectly when you write and nothing at all when you send audios. What do you do to the vowels?',
    ),
    rafael(30 * day - 40, 'We keep them for ourselves. “Telefone” = *tlfón*. It saves air, for surfing'),
    diego(30 * day - 42, 'jaja. Ayer dije en una panadería “estoy exquisito” y me miraron raro'),
    rafael(30 * day - 44, '*Esquisito* é “strange” em português 😂 You told them that you are feeling weird'),
    diego(30 * day - 45, 'well. It was not false'),
    rafael(
      24 * day,
      'Ok, spreadsheets. Nine files, one per season. Columns: date, name, phone, “paid?”, and one that only says “x”. Nobody knows what x is. My sister says that it was me.',
    ),
    diego(
      24 * day - 60,
      'Every dataset has an x. First thing: do not touch the originals, make a copy, put all nine one below the other with one extra column, `season`. Then one question only. What do you want to know?',
    ),
    rafael(24 * day - 66, 'Why August is full and we still lose money in August.'),
    diego(24 * day - 70, 'Beautiful question. Then we need price per person per lesson, and how many did not show up.'),
    diego(
      18 * day,
      'Here, with pandas. I am learning Python this month so be kind:',
      '',
      '```python',
      'import pandas as pd',
      '',
      'bookings = pd.concat(',
      '    [pd.read_csv(f"{year}.csv").assign(season=year) for year in range(2018, 2027)]',
      ')',
      'month = pd.to_datetime(bookings["date"]).dt.month',
      'by_month = bookings.groupby(month)["paid"].agg(["count", "sum", "mean"])',
      'print(by_month.sort_values("mean"))',
      '```',
    ),
    rafael(18 * day - 30, 'it printed!! August: 412 bookings, mean 11 €. June: 150, mean 24 €'),
    rafael(18 * day - 31, 'AH. The families. The “third child free” discount. In August everybody has three children'),
    diego(18 * day - 33, 'And there is your x, I would bet a media luna.'),
    rafael(
      18 * day - 48,
      'x = free child. I just asked my sister. She says “I told you, x like *criança*”. Criança has no x.',
    ),
    diego(18 * day - 49, '😂😂😂'),
    diego(
      8 * day,
      'Tango homework: walk across your kitchen, but you may only move when you have decided which leg is free. No steps. Just weight.',
    ),
    rafael(8 * day - 90, 'É igual ao surf! You do not stand up, you put the weight where it wants to go.'),
    diego(8 * day - 95, 'Exacto. O mar é o teu par. (¿Está bien dicho?)'),
    rafael(8 * day - 96, 'Está lindo. Vou pôr isso na t-shirt da escola 🏄'),
    rafael(
      3 * day,
      'New rule: third child pays half. Sister agrees. First August without fear. Quando vens? The water is 15 degrees and polite.',
    ),
    diego(3 * day - 4 * hour, 'Em março! Já comprei o bilhete. Reservá una tabla grande, muy grande, tipo mesa.'),
  ],
};
