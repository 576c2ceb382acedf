import { type Line, ana, fenced, jonas } from './line';

/** Yesterday: what a newcomer sees on opening the room. */
export const lastEvening: readonly Line[] = [
  jonas('¡Buenas noches! Perdona, vengo corriendo, hoy sí que fue un día de reuniones.'),
  ana('tranquilo, I just put the water on'),
  ana('first things first: SHOW ME'),
  jonas('https://example.com/photos/calle-durazno-montevideo'),
  ana('…'),
  ana('Jonas. The door is still green'),
  jonas(
    'Está igual que en la carta de 1961. Me quedé un ratico parado enfrente, como te dije. Y entonces salió una señora y me preguntó qué buscaba.',
  ),
  ana('¿¿y qué le dijiste??'),
  jonas('Que mi abuela había vivido ahí, y que yo había aprendido español para poder preguntárselo a alguien.'),
  ana('había vivido. había aprendido. preguntárselo. 😭😭😭'),
  jonas('Me invitó a pasar. Se acordaba de “la alemana de los perros”. Me hizo un mate. Lo sostuve al revés.'),
  ana('jajajajaja ay no'),
  jonas('Me corrigió con mucho cariño. “Vos tranquilo”, me dijo. ¡Vos! Esperé dos días y cambié, como me aconsejaste.'),
  ana('I am going to need a minute and a handkerchief'),
  ana('ok. Minute over. Do you know that in this whole story there was not one mistake?'),
  jonas('Uno hubo: el mate.'),
  ana('💛'),
  jonas('Your turn! How is the app? I saw 31 students on the start page?'),
  ana(
    '31!! and since Monday they can move their lessons by themselves. Nobody calls me at dinner any more. I do not know what to do with so much dinner',
  ),
  ana('but I have one question, the last one of the list. When two of them take the same hour at the same second?'),
  jonas(
    'Good question, and a very grown-up one. Don’t check first and write later, between the two somebody slips in. Let *one* place decide, in one step:',
  ),
  jonas(
    ...fenced([
      'async function book(slot: SlotId, student: StudentId): Promise<Booking | Taken> {',
      '  const booking = await bookings.insertIfFree(slot, student); // one statement, unique on the slot',
      "  return booking ?? { status: 'taken', alternatives: await freeSlotsNear(slot) };",
      '}',
    ]),
  ),
  ana('so the loser does not get an error, she gets *alternatives*'),
  jonas('Exactly. Losing a race is no error, it’s an answer.'),
  ana('“losing a race is an answer”. You came back from Montevideo a philosopher'),
  jonas('Mate. It does that.'),
  ana('and I added it to the union, look how the compiler ran through the house and told everybody'),
  ana(
    ...fenced([
      'type BookingResult =',
      "  | { status: 'booked'; booking: Booking }",
      "  | { status: 'taken'; alternatives: readonly Slot[] };",
      '',
      '// 4 errors, all in places where I had only thought of winning',
    ]),
  ),
  jonas('Four places where you had only thought of winning. Frame that one.'),
  ana(
    'framed. Thursday 19:30? I want the second box of letters, and you still owe me eight counts without looking at your feet',
  ),
  jonas('El jueves a las siete y media. Los pies ya casi no los miro. El espejo sí.'),
  ana('buenas noches, nieto de Gerda'),
  jonas('Buenas noches, profe. Gracias por la maleta.'),
];

/** Today, in minutes before now; the last two are new to Ana. */
export const today: readonly (readonly [minutesAgo: number, line: Line])[] = [
  [58, ana('last night I dreamed of a green door')],
  [57, ana('also: the fourth place is fixed. It was Marta’s calendar. Of course it was')],
  [44, jonas('Marta, la patrona de los casos límite 🕯️')],
  [41, ana('jajaja she booked two lessons today. Voluntarily. TWO')],
  [
    27,
    jonas(
      'La vecina de Montevideo me escribió: encontró una foto de mi abuela en el balcón, con tres perros y una maleta. Me la manda por correo, de papel.',
    ),
  ],
  [
    26,
    jonas(
      '¿Me ayudas a contestarle? Quiero que suene a Cali y a Berlín, un poco de cada cosa. Empecé así: “Querida Mirta, ojalá pudiera explicarle lo que…” y ahí me quedé en blanco.',
    ),
  ],
];
