/** What Ana explains at length, once: the question that set it off, the explanation in paragraphs, Jonas's answer. */
export interface LongExplanation {
  readonly ask: string;
  readonly text: readonly string[];
  readonly reply: string;
}

export const spanishExplained: readonly LongExplanation[] = [
  {
    ask: 'Ana, ser y estar. De verdad. Una vez para siempre, por favor.',
    text: [
      'ok, sit down. Forget “permanent and temporary”, that is what the books say and it is a lie: *está muerto* is quite permanent.',
      '',
      '**Ser** says what something *is*, as if you wrote it on a label: *soy profesora, es de madera, son las ocho, es mi hermano, la fiesta es en mi casa* (an event IS in a place, it happens).',
      '',
      '**Estar** says how or where you *find* it when you look: *estoy cansada, la sopa está fría, el libro está en la mesa, estamos trabajando*.',
      '',
      'So with the same adjective you can say two things:',
      '',
      '| | ser | estar |',
      '| --- | --- | --- |',
      '| listo | clever | ready |',
      '| aburrido | boring | bored |',
      '| verde | green | not ripe (also: a person!) |',
      '| rico | rich | delicious |',
      '',
      'And my favourite: *¡qué guapa estás!* does not say that she is not pretty on other days. It says: I am **looking at you now**. Ser is the passport, estar is the photo from this morning. When you don’t know, ask yourself if you looked.',
    ],
    reply: 'El pasaporte y la foto. Lo imprimo. De verdad, lo imprimo.',
  },
  {
    ask: '¿Cómo sabes si es pretérito o imperfecto sin pensar? Yo pienso dos minutos por verbo.',
    text: [
      'Imagine a theatre. Before anybody speaks there is a stage: it was night, it rained, a woman was sitting at the window, she had a letter in her hand. That is all **imperfecto**: *era de noche, llovía, una mujer estaba sentada junto a la ventana, tenía una carta en la mano*. You can look at it as long as you want. Nothing happens.',
      '',
      'Then the door opens. **Pretérito**: *se abrió la puerta, entró un hombre, dijo su nombre, ella se levantó, la carta cayó al suelo*. One thing after the other; if you change the order, you change the story.',
      '',
      'So the question is not “how long did it take”. *Vivió cien años* is a long time and it is pretérito, because you see it from outside, closed, with its number. *Eran las ocho* is a moment and it is imperfecto, because it is furniture.',
      '',
      'Test for you: put the words “and then” in front. *And then it rained* (happens → llovió). If “and then” sounds stupid (*and then she had green eyes*) it is the stage: tenía los ojos verdes. You will need two minutes for another month and after that zero, I promise, I have seen it four hundred times.',
    ],
    reply: 'Entonces el imperfecto es el decorado. Y yo llevo un año moviendo los muebles.',
  },
  {
    ask: 'Me rindo con por y para. Elige tú.',
    text: [
      'No te rindas, ven. Draw an arrow on a piece of paper →',
      '',
      '**Para** is the point of the arrow. Where does it go? *Para ti* (to you it goes), *para el lunes* (until then), *para aprender* (the goal), *salgo para Cali* (direction). Also opinion, because it ends in somebody’s head: *para mí, está rico*.',
      '',
      '**Por** is everything else about the arrow: where it comes from and what it goes through. The cause: *por amor, por la lluvia, gracias por venir*. The way: *por el parque, por teléfono, por la noche*. The price or exchange: *lo compré por diez euros, te lo cambio por una arepa*. And for whose sake: *lo hago por ti*.',
      '',
      'Now the beautiful pair:',
      '',
      '- *Lo hago **para** ti*: it is a present, it goes to you, here, take it.',
      '- *Lo hago **por** ti*: you are the reason. Maybe you will never even know.',
      '',
      'In German both are *für dich*, and that is why your songs need more verses. When you hesitate ask: *wozu?* → para. *warum, wodurch?* → por. That solves nine of ten, and the tenth is an idiom, so it is nobody’s fault.',
    ],
    reply: 'Hice los deberes por mí y para ti. ¿Lo ves? ¿LO VES? 🥳',
  },
  {
    ask: 'Necesito un mapa del subjuntivo. Uno pequeño, de bolsillo.',
    text: [
      'Pocket map, here it goes. The indicative **declares**: I put it on the table, this is so. The subjunctive **does not declare**: I only hold it in my hand while I talk about something else.',
      '',
      '1. **I want it** (so it is not there yet): *quiero que vengas, ojalá llueva, te pido que esperes*.',
      '2. **I feel something about it** (that it is so we both know already): *me alegra que estés aquí, qué pena que no haya pan*.',
      '3. **I doubt it or deny it**: *no creo que sea tarde, dudo que lo sepa*. But: *creo que es tarde*, there I do declare.',
      '4. **It has not happened yet**: *cuando llegues, llámame; hasta que te vayas; antes de que empiece*. But with habits: *cuando llega, siempre llama*. That one is on the table.',
      '5. **I look for something and do not know if it exists**: *busco a alguien que sepa arreglar trombones*. If I know him: *busco a un hombre que sabe*.',
      '',
      'You see? It is not “uncertainty”. *Me alegra que estés aquí* is very certain, you are here. I just do not *inform* anybody. The question is never “is it true?” but “**am I declaring it?**”. If yes, indicative. If you hold it in your hand, subjunctive. Keep the map, do not laminate it, in a year you will throw it away.',
    ],
    reply: 'Me alegra que me lo **hayas** explicado. (¡Lo tenía en la mano! ¡Lo sentí!)',
  },
  {
    ask: 'En Montevideo dicen vos, tú me enseñas tú, en la tele dicen usted. ¿Qué hago con mi boca?',
    text: [
      'Ay, Jonas, nobody told you that you are learning twenty languages at the same time. Let’s go slowly.',
      '',
      'In Spain: *tú* with nearly everybody, *usted* with the judge and with the grandmother of somebody else, *vosotros* for the group. In Latin America nobody says *vosotros*, everybody is *ustedes*, friends and judges in one pot.',
      '',
      'In Montevideo and Buenos Aires: **vos**. Easy: take the infinitive, throw away the r, stress at the end: *vos hablás, vos tenés, vos vivís*. Only *ser* is stubborn: *vos sos*. The imperative is even shorter: *vení, decime, mirá*. In Uruguay you will also hear *tú tenés*, half and half, they are relaxed people.',
      '',
      'And in Cali we say vos too! With friends, in the kitchen, at a football match. And in Bogotá they say *usted* to their own brother, to their dog, and to the love of their life, and it is tender. I swear.',
      '',
      'So, your mouth: understand all of them, **use one**. With me *tú*, because I corrected you like that. When you are standing in the calle Durazno, listen for two days and then change to vos. They will not correct you; they will just put another plate on the table.',
    ],
    reply: 'Vos sos la mejor profesora que yo podría tener. (¿Así?)',
  },
];
