/** A text that Jonas wrote at home, and the few things Ana marks in it. */
export interface Homework {
  readonly task: string;
  readonly text: string;
  readonly marks: readonly string[];
}

/** In the order in which they were set, over two years. */
export const homework: readonly Homework[] = [
  {
    task: 'six sentences about your kitchen, present tense, no dictionary',
    text: 'Mi cocina es pequeña y amarilla. Hay una ventana y desde la ventana veo un árbol y una vecina. La vecina toma café cada mañana y yo también, pero no hablamos, solo levantamos la taza. La mesa es de mi abuelo. En la nevera hay una carta de Montevideo y un limón muy viejo. No cocino mucho, pero me gusta estar aquí.',
    marks: [
      'nothing to correct in the first three, I looked twice',
      'the last sentence is the best one. Always end like that',
    ],
  },
  {
    task: 'what did you do on your best day this month? Preterite only, no mercy',
    text: 'El domingo me levanté temprano, desayuné poco y salí con la bicicleta. Llegué al lago a las nueve. Nadé diez minutos y tuve frío una hora. Después encontré a un hombre que vendió manzanas y me regaló una porque dije “gracias” en español. Él vivió tres años en Sevilla. Hablamos mucho. Volví a casa por la noche, comí la manzana y escribí esto.',
    marks: [
      'que **vendía** manzanas: he was doing that when you arrived',
      '**había vivido** tres años: it was before. New tense, welcome to it',
      '“tuve frío una hora” is poetry',
    ],
  },
  {
    task: 'describe somebody you admire, 100 words, with ser and estar',
    text: 'Mi abuela Gerda era una mujer bajita que estaba siempre de pie. Era maestra, pero decía que solo estaba de visita en la escuela. Cuando estaba triste, cantaba; cuando estaba contenta, también, entonces no era fácil saber. En 1958 se fue a Montevideo con dos maletas. Una estaba llena de libros y la otra estaba vacía, “para lo que venga”. Escribió a mi madre cada semana durante treinta años. Sus cartas son cortas y están llenas de perros, de lluvia y de gente que conoce por la calle. Yo soy alto y estoy casi siempre sentado, pero dicen que tengo sus manos.',
    marks: [
      'gente que **conocía**: stay in the past',
      '“para lo que venga” — you know that this is a subjunctive, no? you inherited it',
      'ser and estar: **zero** mistakes. I will frame it',
    ],
  },
  {
    task: 'complain about something. Formally. To the town hall',
    text: 'Estimados señores y señoras: Me dirijo a ustedes por el semáforo de la calle donde vivo. Desde hace tres semanas está verde para los peatones durante cuatro segundos. Mi vecina, que tiene ochenta y dos años, necesita nueve. Le pedí que espera, pero ella me contestó que no tiene tiempo. Les ruego que el semáforo sea más paciente. También quisiera informarles de que el botón no sirve para nada, excepto para dar esperanza. Quedo a la espera de su respuesta, en la acera, con un cordial saludo, Jonas Weber.',
    marks: [
      'le pedí que **esperara**: past + pedir → imperfect subjunctive',
      '“excepto para dar esperanza” I read it aloud to my Thursday group, they applauded',
      'les ruego que **hagan** el semáforo más paciente, then it is complete',
    ],
  },
  {
    task: 'tell me the plot of a film so badly that I guess it',
    text: 'Un pez padre pierde a su pez hijo porque el hijo toca un barco. El padre, que tiene miedo de todo, cruza el mar entero con una pez azul que no recuerda nada. Ella es como yo con los artículos. Conocen a unos tiburones que quieren ser mejores personas. También viajan con tortugas muy tranquilas, que hablan como surfistas. Mientras tanto, el hijo vive en una pecera de un dentista y aprende que la libertad es una bolsa de plástico. Al final se encuentran y el padre ya no tiene tanto miedo. Si yo fuera pez, sería el padre.',
    marks: [
      'un pez azul, although she is a she: pez is el. I know. I know',
      '“la libertad es una bolsa de plástico” 💀',
      'si yo **fuera** … **sería**: without a single crutch!!',
    ],
  },
  {
    task: 'instructions: explain to a Colombian how to survive January in Berlin. Imperatives, usted or tú, your choice, but stay with it',
    text: 'Primero: no mires el termómetro, te mentirá. Ponte dos pares de calcetines y no te los quites hasta marzo. Compra una lámpara que imite al sol y siéntate delante de ella cada mañana, como si fuera un santo. No digas “qué frío”; di “se siente fresco”, así te aceptarán. Cuando entres en una casa, quítate los zapatos sin preguntar. Come sopa. Saluda al conductor del autobús, aunque no te conteste: en abril te contestará. Si ves el sol, deja todo lo que estés haciendo y sal a la calle; tus vecinos ya estarán allí, quietos, con los ojos cerrados. Y sobre todo, no compares. El invierno no se compara, se espera.',
    marks: [
      'I have NOTHING. que imite, como si fuera, cuando entres, aunque no te conteste, lo que estés haciendo…',
      'five subjunctives and all of them breathe. I am crying a bit, in thirty degrees',
      'one comma. I will not say where. It is yours',
    ],
  },
  {
    task: 'write the letter to your grandmother that you told me about. Take your time. No corrections unless you ask',
    text: 'Querida Oma Gerda: Te escribo en el idioma al que te fuiste. Durante años tus cartas fueron para mí una caja cerrada que olía a limón. Mamá las leía sola, en la cocina, y después estaba un rato callada. Yo pensaba que adentro había secretos. Ahora que puedo leerlas, sé que había gallinas, sombreros, una vecina que no devolvía las ollas, el precio del pan, y tu manera de decir “no te preocupes” tres veces en la misma página. Eso era el secreto. Tengo una maestra que se llama Ana y que nació cerca de otro mar, o más bien lejos de todos. Ella me enseñó que “ojalá” viene de muy lejos y que uno puede llegar tarde a una lengua y que igual le guardan un plato. He llegado tarde, Oma. No te conocí en ella. Pero el otro día soñé contigo y hablábamos; yo no encontraba una palabra y tú, en vez de dármela, esperaste. Creo que eso hacen las personas que quieren bien. En marzo voy a ir a Montevideo. Voy a buscar la casa de la calle Durazno, aunque ya no esté, y voy a quedarme un ratico parado enfrente, como decimos en Cali. Gracias por la maleta vacía. La estoy llenando. Tu nieto, Jonas',
    marks: [
      'no corrections. You did not ask and there are none',
      'I read it three times and then I called my mother',
      'send it to your mamá. In Spanish. She will manage',
    ],
  },
  {
    task: 'a recipe, but every step must have “hasta que” or “antes de que”',
    text: 'Arepas para personas del norte. Mezcla dos tazas de harina de maíz con dos y media de agua tibia y sal, hasta que la masa deje de pegarse a los dedos. Déjala descansar antes de que te pongas nervioso. Haz bolas y aplástalas hasta que parezcan lunas. Calienta la sartén antes de que las lunas se sequen. Dóralas hasta que suenen a hueco cuando las golpees con la uña (lo dijo Ana, yo no lo creía). Ábrelas antes de que se enfríen, pon mantequilla y queso, y come hasta que alguien te diga que ya es suficiente. Nadie lo dirá.',
    marks: [
      'the nail!! you remembered the nail',
      'all of them subjunctive, all of them right',
      'my aunt in Cali wants to adopt you',
    ],
  },
];
