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
  if (aim === null) return null;
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

function aimWords(aim: Aim | null): string {
  if (aim === null) return '';
  return 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`;
}
