import type { ScriptedMessage } from '../content-types';

/** Minutes. */
export const hour = 60;
/** Minutes. */
export const day = 24 * hour;

type Speaker = (minutesAgo: number, ...lines: readonly string[]) => ScriptedMessage;

/** Lets a script read like one: `ana(2 * day, 'one line', 'and the next')`. */
function speaker(from: string): Speaker {
  return (minutesAgo, ...lines) => ({ from, minutesAgo, text: lines.join('\n') });
}

export const amelie = speaker('amelie@parley.example');
export const ana = speaker('ana@parley.example');
export const arjun = speaker('arjun@parley.example');
export const chidi = speaker('chidi@parley.example');
export const diego = speaker('diego@parley.example');
export const emma = speaker('emma@parley.example');
export const fatou = speaker('fatou@parley.example');
export const freya = speaker('freya@parley.example');
export const ha = speaker('ha@parley.example');
export const hannah = speaker('hannah@parley.example');
export const ingrid = speaker('ingrid@parley.example');
export const jiwoo = speaker('jiwoo@parley.example');
export const jonas = speaker('jonas@parley.example');
export const kenji = speaker('kenji@parley.example');
export const layla = speaker('layla@parley.example');
export const luca = speaker('luca@parley.example');
export const mateus = speaker('mateus@parley.example');
export const mei = speaker('mei@parley.example');
export const noam = speaker('noam@parley.example');
export const oksana = speaker('oksana@parley.example');
export const priya = speaker('priya@parley.example');
export const rafael = speaker('rafael@parley.example');
export const sofia = speaker('sofia@parley.example');
export const tomasz = speaker('tomasz@parley.example');
export const zeynep = speaker('zeynep@parley.example');
