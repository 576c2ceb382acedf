import type { FuzzReport } from './fuzz';

const MIB = 1_024 * 1_024;
/** How far more of a process may be alive at the end than early on, garbage collected: a part of that, and what its caches still take in. */
const GROWTH = 1.15;
const CACHES = 12 * MIB;

/** Processes in which more is alive at the end of a run than its beginning explains. */
export const grown = ({ memory }: Pick<FuzzReport, 'memory'>): string[] =>
  memory.filter(({ early, late }) => late.live > early.live * GROWTH + CACHES).map(({ name }) => name);

/** The figures of a run, for people. */
export function told(report: FuzzReport): string {
  const { seed, seconds, tried, inputs, crashes, findings, memory } = report;
  const ways = Object.entries(tried).map(([way, answers]) => {
    const sum = Object.values(answers).reduce((all, count) => all + count, 0);
    const each = Object.entries(answers).toSorted(([, a], [, b]) => b - a);
    return `${way}: ${sum} (${each.map(([answer, count]) => `${answer} ${count}`).join(', ')})`;
  });
  const mib = (bytes: number): string => (bytes / MIB).toFixed(0);
  const sizes = memory.map(
    ({ name, early, late }) =>
      `${name} ${mib(early.live)} → ${mib(late.live)} (of ${mib(early.resident)} → ${mib(late.resident)})`,
  );
  const grew = grown(report);
  return [
    `seed ${seed}: ${inputs} inputs in ${seconds.toFixed(0)} s`,
    ...ways,
    `crashes: ${crashes.length}${crashes.map((crash) => `\n  ${crash}`).join('')}`,
    `answers that are none: ${findings.length}${findings.map((finding) => `\n  ${finding}`).join('')}`,
    `alive after garbage collection (of what the system gives), early → late, in MiB: ${sizes.join(', ')}; ${grew.length === 0 ? 'level' : `grown: ${grew.join(', ')}`}`,
  ].join('\n');
}
