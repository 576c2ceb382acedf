import type { FuzzReport } from './fuzz';

const MIB = 1_024 * 1_024;
/** How far a process may hold more at the end than early on: a part of that, and the unrest of a garbage collector. */
const GROWTH = 1.25;
const UNREST = 48 * MIB;

/** Processes that hold more at the end of a run than its beginning explains. */
export const grown = ({ memory }: FuzzReport): string[] =>
  memory.filter(({ early, late }) => late > early * GROWTH + UNREST).map(({ name }) => name);

/** The figures of a run, for people. */
export function told(report: FuzzReport): string {
  const { seed, seconds, tried, inputs, crashes, findings, memory } = report;
  const ways = Object.entries(tried).map(([way, answers]) => {
    const sum = Object.values(answers).reduce((all, count) => all + count, 0);
    const each = Object.entries(answers).toSorted(([, a], [, b]) => b - a);
    return `${way}: ${sum} (${each.map(([answer, count]) => `${answer} ${count}`).join(', ')})`;
  });
  const sizes = memory.map(
    ({ name, early, late }) => `${name}: ${(early / MIB).toFixed(0)} → ${(late / MIB).toFixed(0)} MiB`,
  );
  const grew = grown(report);
  return [
    `seed ${seed}: ${inputs} inputs in ${seconds.toFixed(0)} s`,
    ...ways,
    `crashes: ${crashes.length}${crashes.map((crash) => `\n  ${crash}`).join('')}`,
    `answers that are none: ${findings.length}${findings.map((finding) => `\n  ${finding}`).join('')}`,
    `memory, early and late: ${sizes.join(', ')}; ${grew.length === 0 ? 'level' : `grown: ${grew.join(', ')}`}`,
  ].join('\n');
}
