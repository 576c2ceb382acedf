/** What a German says first, what it should have been, and the rest of the sentence. */
export interface GenderMistake {
  readonly wrong: string;
  readonly right: string;
  readonly rest: string;
}

export const genderMistakes: readonly GenderMistake[] = [
  { wrong: 'la problema', right: 'el problema', rest: 'es que no hay café en la oficina' },
  { wrong: 'el mano', right: 'la mano', rest: 'me duele de tanto escribir' },
  { wrong: 'la sistema', right: 'el sistema', rest: 'no funciona los lunes' },
  { wrong: 'el leche', right: 'la leche', rest: 'está en la puerta de la nevera' },
  { wrong: 'la idioma', right: 'el idioma', rest: 'cambia cada vez que cruzo la calle' },
  { wrong: 'el foto', right: 'la foto', rest: 'de mi abuela está encima del piano' },
  { wrong: 'la mapa', right: 'el mapa', rest: 'de nuestra app tenía un río de más' },
  { wrong: 'el noche', right: 'la noche', rest: 'era muy tranquila en el Landwehrkanal' },
  { wrong: 'la clima', right: 'el clima', rest: 'de noviembre debería estar prohibido' },
  { wrong: 'el sal', right: 'la sal', rest: 'se acabó justo hoy' },
  { wrong: 'la viaje', right: 'el viaje', rest: 'en tren duró once horas' },
  { wrong: 'el moto', right: 'la moto', rest: 'de mi vecino canta a las seis' },
  { wrong: 'la programa', right: 'el programa', rest: 'compila pero no sé por qué' },
  { wrong: 'el gente', right: 'la gente', rest: 'en el mercado estaba de buen humor' },
  { wrong: 'la color', right: 'el color', rest: 'de la bicicleta nueva es “verde casi”' },
  { wrong: 'el flor', right: 'la flor', rest: 'que compré duró un día' },
  { wrong: 'la tema', right: 'el tema', rest: 'de la reunión fue otra reunión' },
  { wrong: 'el llave', right: 'la llave', rest: 'estaba en el otro pantalón' },
  { wrong: 'la puente', right: 'el puente', rest: 'de mayo lo pasé en casa' },
  { wrong: 'el sangre', right: 'la sangre', rest: 'fría no es lo mío' },
  { wrong: 'la planeta', right: 'el planeta', rest: 'no necesita otra app de listas' },
  { wrong: 'el costumbre', right: 'la costumbre', rest: 'de cenar a las diez me parece valiente' },
  { wrong: 'la equipaje', right: 'el equipaje', rest: 'llegó a Lisboa y yo a Valencia' },
  { wrong: 'el nube', right: 'la nube', rest: 'tiene forma de Dinamarca' },
  { wrong: 'la arroz', right: 'el arroz', rest: 'se me quemó otra vez' },
  { wrong: 'el clase', right: 'la clase', rest: 'de los jueves es mi favorita' },
  { wrong: 'la día', right: 'el día', rest: 'empezó con lluvia y acabó con tortilla' },
  { wrong: 'el carne', right: 'la carne', rest: 'la dejé en marzo, más o menos' },
  { wrong: 'la poema', right: 'el poema', rest: 'tiene cuatro versos y no entendí tres' },
  { wrong: 'el serpiente', right: 'la serpiente', rest: 'del cuento habla como mi jefa' },
  { wrong: 'la corazón', right: 'el corazón', rest: 'me latía como una lavadora' },
  { wrong: 'el suerte', right: 'la suerte', rest: 'del principiante ya se me acabó' },
];
