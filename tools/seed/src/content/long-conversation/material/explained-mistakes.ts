/** A sentence by Jonas, what one says instead, and why, in Ana's words. */
export interface ExplainedMistake {
  readonly wrong: string;
  readonly right: string;
  readonly why: string;
}

/** From the first months to the second year. */
export const explainedMistakes: readonly ExplainedMistake[] = [
  {
    wrong: 'Estoy embarazado porque olvidé tu nombre.',
    right: 'Me da **vergüenza**, olvidé tu nombre.',
    why: 'Embarazada is pregnant, Jonas. Congratulations',
  },
  {
    wrong: 'Soy caliente.',
    right: '**Tengo calor**.',
    why: 'the first one you say to one person only, and not on a tram',
  },
  {
    wrong: 'Quiero una habitación con un baño propio para dormir.',
    right: 'Quiero una habitación con baño **privado**.',
    why: '“propio” is fine too, but you ordered a bathroom to sleep in',
  },
  {
    wrong: 'Pienso en comprar un coche. ¿Qué piensas en eso?',
    right: 'Pienso comprar un coche. ¿Qué piensas **de** eso?',
    why: 'pensar + infinitive is a plan, pensar en is a thought, pensar de is an opinion',
  },
  {
    wrong: 'Trabajo por una empresa de mapas.',
    right: 'Trabajo **para** una empresa de mapas.',
    why: 'para = for whom. “Por” would be: because of them. Also possible, depends on the day',
  },
  {
    wrong: 'Gracias para la ayuda.',
    right: 'Gracias **por** la ayuda.',
    why: 'por looks back at the reason, para looks forward to the goal',
  },
  {
    wrong: 'Estudio español por hablar con mi familia en Montevideo.',
    right: 'Estudio español **para** hablar con mi familia.',
    why: 'purpose! in order to. Um … zu = para',
  },
  {
    wrong: 'La sopa es fría.',
    right: 'La sopa **está** fría.',
    why: 'gazpacho es frío (always, by nature). Yours just waited for you too long',
  },
  {
    wrong: 'Eres muy guapa hoy.',
    right: '**Estás** muy guapa hoy.',
    why: 'with “eres … hoy” you tell her that yesterday was different',
  },
  {
    wrong: 'Vi mi amigo en la estación.',
    right: 'Vi **a** mi amigo en la estación.',
    why: 'people get an a. And dogs with names',
  },
  {
    wrong: 'Le dije a ellos que no.',
    right: '**Les** dije que no.',
    why: 'and you can drop “a ellos”, the les already carries them',
  },
  {
    wrong: 'Lo compré a mi madre.',
    right: '**Se** lo compré a mi madre.',
    why: 'le + lo = se lo. Never le lo. It would sound like a song by children',
  },
  {
    wrong: 'Realicé que era domingo.',
    right: '**Me di cuenta** de que era domingo.',
    why: 'realizar is to carry out. You carried out a Sunday',
  },
  {
    wrong: 'Asistí a mi vecina con las bolsas.',
    right: '**Ayudé** a mi vecina con las bolsas.',
    why: 'asistir = attend. You went to see your neighbour as if she was a concert',
  },
  {
    wrong: 'Tengo que introducir mi hermano a ti.',
    right: 'Te tengo que **presentar** a mi hermano.',
    why: 'introducir is what one does with a coin',
  },
  {
    wrong: 'He perdido el autobús por un minuto solo.',
    right: 'He perdido el autobús por **solo** un minuto.',
    why: 'at the end, solo means that you were lonely during that minute',
  },
  {
    wrong: 'Es más mejor así.',
    right: 'Es **mejor** así.',
    why: 'mejor already has its más inside. My students in Cali also fought this one',
  },
  {
    wrong: 'Hay el problema con la impresora.',
    right: 'Hay **un** problema con la impresora.',
    why: 'hay + un/una/unos or nothing. With el: está',
  },
  {
    wrong: 'Me falta dos capítulos.',
    right: 'Me **faltan** dos capítulos.',
    why: 'like gustar: the chapters are the ones who are missing',
  },
  {
    wrong: 'Voy a venir a tu casa a las ocho.',
    right: 'Voy a **ir** a tu casa a las ocho.',
    why: 'venir only towards where I am now. In German you “come” everywhere',
  },
  {
    wrong: '¿Puedes llevarme el libro aquí?',
    right: '¿Puedes **traerme** el libro?',
    why: 'traer to here, llevar to there. Same idea as ir and venir',
  },
  {
    wrong: 'Estoy aquí desde tres años.',
    right: 'Llevo tres años aquí. / Estoy aquí **desde hace** tres años.',
    why: 'seit + duration = desde hace. And llevo is what we really say',
  },
  {
    wrong: 'No quiero nada algo.',
    right: 'No quiero **nada**.',
    why: 'two negatives are welcome in Spanish, but algo is not one of them',
  },
  {
    wrong: 'Es un hombre grande, Einstein.',
    right: 'Es un **gran** hombre, Einstein.',
    why: 'before the noun: great. After: tall. Both possible, only one is in the books',
  },
  {
    wrong: 'Mi viejo amigo tiene veinte años.',
    right: 'Perfect, actually! **Viejo amigo** = friend for a long time.',
    why: 'amigo viejo would be an old friend, with white hair',
  },
  {
    wrong: 'Me hizo reír para una hora.',
    right: 'Me hizo reír **durante** una hora.',
    why: 'or simply: una hora entera. Much more alive',
  },
  {
    wrong: 'Cuando vi la película, lloraba.',
    right: 'Cuando vi la película, **lloré**.',
    why: 'with lloraba you were already crying when you came in, also possible of course',
  },
  {
    wrong: 'Conocí a Ana desde hace dos años.',
    right: '**Conozco** a Ana desde hace dos años.',
    why: 'it goes on! German does the same: ich kenne, not ich kannte. You have no excuse here',
  },
  {
    wrong: 'El libro que hablo de es azul.',
    right: 'El libro **del que** hablo es azul.',
    why: 'the preposition always walks in front, it never waits at the end like in English',
  },
  {
    wrong: 'Espero ver te pronto.',
    right: 'Espero **verte** pronto.',
    why: 'they hold hands: verte, decírselo, comprándolo',
  },
  {
    wrong: 'Dígame tu nombre, por favor.',
    right: '**Dime** tu nombre. / **Dígame su** nombre.',
    why: 'pick tú or usted and stay with it until dessert',
  },
  {
    wrong: 'La razón porque estudio es mi abuela.',
    right: 'La razón **por la que** estudio es mi abuela.',
    why: 'she will like that you built it properly',
  },
];
