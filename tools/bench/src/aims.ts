import { columns, digits } from './table';

/** What a figure should be at most, or at least. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** A figure beside what is aimed at. */
export interface AimedFigure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Null where it is told only to make sense of others. */
  readonly aim: Aim | null;
  /** What the figure was made of, or what the machine can do at all. */
  readonly note?: string;
}

/** Whether it is as aimed at; null where nothing is. */
export function isMet({ value, aim }: AimedFigure): boolean | null {
  return aim === null ? null : isWithin(value, aim);
}

/** A figure that was not measured is not. */
export function isWithin(value: number, aim: Aim): boolean {
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
}

/** The figures as a table for people. */
export function aimsTable(figures: readonly AimedFigure[]): string {
  const rows = figures.map((figure) => {
    const met = isMet(figure);
    const verdict = met === null ? '' : met ? 'met' : 'MISSED';
    return [figure.name, figure.unit, digits(figure.value), aimWords(figure.aim), verdict, figure.note ?? ''];
  });
  return columns([['', 'unit', 'measured', 'aim', '', ''], ...rows]);
}

/** The aim as `≤ 15`; nothing where there is none. */
export function aimWords(aim: Aim | null): string {
  if (aim === null) return '';
  return 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`;
}
