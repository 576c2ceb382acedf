/** A sentence with a verb that sounds right to a beginner, and the same sentence as it is. */
export interface VerbMistake {
  readonly wrong: string;
  readonly right: string;
}

/** From the first months to the second year. */
export const verbMistakes: readonly VerbMistake[] = [
  { wrong: 'Yo sabo la respuesta', right: 'Yo **sé** la respuesta' },
  { wrong: 'Yo poneré la mesa', right: 'Yo **pondré** la mesa' },
  { wrong: 'Tengo hambre y soy cansado', right: 'Tengo hambre y **estoy** cansado' },
  { wrong: 'Mi hermana es en Hamburgo', right: 'Mi hermana **está** en Hamburgo' },
  { wrong: 'Me gusta los gatos', right: 'Me **gustan** los gatos' },
  { wrong: 'Yo gusto el queso', right: '**Me gusta** el queso' },
  { wrong: 'Soy veintinueve años', right: '**Tengo** veintinueve años' },
  { wrong: 'Hago una pregunta a tú', right: '**Te** hago una pregunta' },
  { wrong: 'Ayer yo hací una sopa', right: 'Ayer **hice** una sopa' },
  { wrong: 'El tren ha rompido', right: 'El tren **se ha roto**' },
  { wrong: 'Yo conducí hasta Potsdam', right: '**Conduje** hasta Potsdam' },
  { wrong: 'Ella me deció que no', right: 'Ella me **dijo** que no' },
  { wrong: 'No he escribido la carta', right: 'No he **escrito** la carta' },
  { wrong: 'Ayer ponimos la radio', right: 'Ayer **pusimos** la radio' },
  { wrong: 'Quiero que vienes', right: 'Quiero que **vengas**' },
  { wrong: 'Cuando era niño, fui cada verano al lago', right: 'Cuando era niño, **iba** cada verano al lago' },
  { wrong: 'Estaba en casa cuando llamabas', right: 'Estaba en casa cuando **llamaste**' },
  { wrong: 'Espero que tienes tiempo', right: 'Espero que **tengas** tiempo' },
  { wrong: 'No creo que es verdad', right: 'No creo que **sea** verdad' },
  { wrong: 'Si tendría dinero, viajaría', right: 'Si **tuviera** dinero, viajaría' },
  { wrong: 'Antes de que sales, cierra la ventana', right: 'Antes de que **salgas**, cierra la ventana' },
  { wrong: 'Llevo esperar dos horas', right: 'Llevo **esperando** dos horas' },
  { wrong: 'Me acuerdo que tú cantabas', right: 'Me acuerdo **de** que tú cantabas' },
  { wrong: 'Cuando llego a Valencia, te llamaré', right: 'Cuando **llegue** a Valencia, te llamaré' },
  { wrong: 'Busco a alguien que sabe bailar', right: 'Busco a alguien que **sepa** bailar' },
  { wrong: 'Es importante que dormimos', right: 'Es importante que **durmamos**' },
  { wrong: 'Ojalá no llueve mañana', right: 'Ojalá no **llueva** mañana' },
  { wrong: 'Me pidió que abro la puerta', right: 'Me pidió que **abriera** la puerta' },
  { wrong: 'Si habría sabido, habría venido', right: 'Si lo **hubiera** sabido, habría venido' },
  { wrong: 'Sigo de leer la misma novela', right: 'Sigo **leyendo** la misma novela' },
  { wrong: 'Aunque llueve mañana, iré', right: 'Aunque **llueva** mañana, iré' },
  { wrong: 'Habían muchas bicicletas', right: '**Había** muchas bicicletas' },
];
