/**
 * Loaded into a process of the rig before its program (`node --import`): its wall clock goes as far wrong as the file that `SHIFTED_CLOCK` names says,
 * in milliseconds, at any time. What the process then believes the time to be is told in a second file beside it, against the machine's clock.
 * The monotonic clock stays as it is, as it does on a machine whose clock is set.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.env.SHIFTED_CLOCK;
const RealDate = Date;
let shift = 0;
const now = () => RealDate.now() + shift;

const ShiftedDate = new Proxy(RealDate, {
  construct(target, values, caller) {
    return Reflect.construct(target, values.length === 0 ? [now()] : values, caller === ShiftedDate ? target : caller);
  },
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
RealDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

function look() {
  try {
    const wanted = Number(readFileSync(path, 'utf8'));
    if (wanted === shift) return;
    shift = wanted;
    writeFileSync(`${path}.seen`, String(Date.now() - RealDate.now()));
  } catch {
    // There is no file before the clock is shifted for the first time.
  }
}

look();
setInterval(look, 100).unref();
