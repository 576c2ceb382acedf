import type { AimedFigure } from '../aims';
import type { Bench, BenchOptions } from '../bench';
import { median, type Figures } from '../comparison';
import { Crew, type Load } from '../live/crew';
import { parleySide } from '../live/parley-side';
import type { Shape } from '../live/seating';

const MEASURED_MS = 10_000;
const WARM_UP_MS = 3_000;
const IDLE_MS = 10_000;
const MOST = 3;

/** What a message costs in all, what idling costs, and what a message adds to it; of the latter the parts are told. */
const units = [
  ...['CPU µs/message', 'idle CPU ms/s', 'above idle µs/message', 'above idle µs/delivery'],
  ...['messages/s', 'delivery p50 ms', 'delivery p99 ms'],
];

interface Situation {
  readonly name: string;
  readonly shape: Shape;
  readonly perSecond: number;
}

/** What costs more where there are more gateways, rooms, or members to a room: one of them at a time. */
const situations: readonly Situation[] = [
  { name: '500 rooms of two, 400 messages/s', shape: { rooms: 500, members: 2 }, perSecond: 400 },
  { name: '100 rooms of ten, 200 messages/s', shape: { rooms: 100, members: 10 }, perSecond: 200 },
  { name: '10 rooms of a hundred, 100 messages/s', shape: { rooms: 10, members: 100 }, perSecond: 100 },
];

export const gateways: Bench<AimedFigure[]> = {
  summary:
    'the cost of a message by what it is spent on, with one, two and three gateways and in rooms of 2, 10 and 100',
  async run(options) {
    const figures: AimedFigure[] = [];
    for (const situation of situations)
      for (let nodes = 1; nodes <= MOST; nodes++) figures.push(...(await measure(situation, nodes, options)));
    return figures;
  },
};

async function measure(
  { name, shape, perSecond }: Situation,
  nodes: number,
  { pairs: times, say }: BenchOptions,
): Promise<AimedFigure[]> {
  const side = await parleySide({ ...shape, nodes, say });
  const crew = new Crew(side);
  try {
    await crew.connect();
    const load: Load = { pace: { perSecond }, ms: MEASURED_MS, characters: 100 };
    await crew.bear({ ...load, ms: WARM_UP_MS });
    await crew.idle(IDLE_MS);
    const measured: { readonly figures: Figures; readonly parts: Figures }[] = [];
    for (let time = 0; time < times; time++) measured.push({ figures: await crew.bear(load), parts: crew.parts });
    const where = `${name}, ${nodes} gateway${nodes === 1 ? '' : 's'}`;
    const partNames = Object.keys(measured[0]?.parts ?? {});
    const figure = (unit: string, values: readonly number[]): AimedFigure => ({
      ...{ name: where, unit, value: median(values), aim: null },
    });
    return [
      ...partNames.map((part) =>
        figure(
          `${part} µs/message`,
          measured.map(({ parts }) => parts[part] ?? 0),
        ),
      ),
      ...units.map((unit) =>
        figure(
          unit,
          measured.map(({ figures }) => figures[unit] ?? 0),
        ),
      ),
    ];
  } finally {
    crew.stop();
    await side.stop();
  }
}
