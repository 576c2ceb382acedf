/** Which rows of a long list are drawn: from the first to the one before `to`. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn beyond what is in view, above and below. */
const AROUND = 12;
/** The window moves by so many rows at a time: most of scrolling draws nothing. */
const STEP = 6;
/** Rows in view where nothing could be measured yet. */
const AT_FIRST = 20;

/** The window before anything is measured. */
export const firstWindow: RowWindow = { from: 0, to: AT_FIRST + AROUND };

/** The rows to draw. @param top how far the view begins below the first row. @param height of the view. @param row of one row. All in pixels. */
export function rowWindow(top: number, height: number, row: number): RowWindow {
  if (row <= 0 || height <= 0) return firstWindow;
  const step = (rows: number): number => Math.floor(rows / STEP) * STEP;
  const from = Math.max(0, step(top / row) - AROUND);
  return { from, to: Math.max(firstWindow.to, step((top + height) / row) + STEP + AROUND) };
}
