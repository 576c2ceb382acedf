import { percentile, type Tally } from './tally';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** A run's report for people. */
export function toMarkdown(tally: Tally): string {
  const { injections, violations, excused, shares, convergence, sent, latencies } = tally;
  const effective = injections.filter(({ effect, overlapping }) => effect !== null && overlapping > 0);
  const harm = (name: string): number => violations.filter((each) => each.harm === name).length;
  const told = shares.live + shares.recovered + shares.backfilled;
  const share = (count: number): string => `${((100 * count) / Math.max(1, told)).toFixed(2)} %`;
  const lines = [
    `Seed ${tally.seed}${tally.plant === null ? '' : `, planted: ${tally.plant}`}, ${tally.minutes.toFixed(1)} minutes, ${tally.chapters} chapters.`,
    '',
    '| | |',
    '| --- | ---: |',
    `| injections | ${injections.length} |`,
    `| … that took effect while operations were under way | ${effective.length} |`,
    `| messages acknowledged | ${whole(sent.ok)} |`,
    `| … refused | ${whole(sent.fail)} |`,
    `| … of unknown outcome | ${whole(sent.info)} |`,
    `| messages stored | ${whole(tally.rows)} |`,
    `| lost | ${harm('lost')} |`,
    `| doubled | ${harm('doubled')} |`,
    `| inversions | ${harm('inversion')} |`,
    `| leaks | ${harm('leak')} |`,
    `| later than promised | ${harm('late')} |`,
    `| other violations | ${harm('wrong')} |`,
    `| questions of strangers; of these compared with one about no room | ${whole(tally.pried.asked)}; ${whole(tally.pried.compared)} |`,
    `| sessions that the system has ended by itself | ${harm('signed out')} |`,
    `| excused, as told below | ${excused.length} |`,
    `| first told to a bare socket | ${whole(told)} |`,
    `| … live (within 2 s of the acknowledgement) | ${share(shares.live)} |`,
    `| … recovered (later, without asking) | ${share(shares.recovered)} |`,
    `| … backfilled (when asking after a reconnect) | ${share(shares.backfilled)} |`,
    `| everybody has everything after healing: median, p95, longest | ${[0.5, 0.95, 1].map((at) => seconds(percentile(convergence, at))).join(', ')} |`,
    `| acknowledged in, without faults: p50, p99 | ${whole(percentile(latencies.calm, 0.5))} ms, ${whole(percentile(latencies.calm, 0.99))} ms |`,
    `| acknowledged in, while Redis stands still (F4): p50, p99 | ${whole(percentile(latencies.redisFrozen, 0.5))} ms, ${whole(percentile(latencies.redisFrozen, 0.99))} ms, of ${whole(latencies.redisFrozen.length)} |`,
    '',
    '| fault | what | injections | took effect | overlapping operations |',
    '| --- | --- | ---: | ---: | ---: |',
    ...[...Map.groupBy(injections, ({ kind, what }) => `${kind} | ${what}`)].toSorted().map(([name, all]) => {
      const took = all.filter(({ effect }) => effect !== null).length;
      return `| ${name} | ${all.length} | ${took} | ${whole(all.reduce((sum, { overlapping }) => sum + overlapping, 0))} |`;
    }),
    '',
    ...times(tally),
    ...pairs(tally),
    ...tally.notes.map((note) => `- ${note}`),
    ...violations.slice(0, 50).map(({ invariant, harm: what, detail }) => `- **${invariant}** ${what}: ${detail}`),
    ...excuses(tally),
  ];
  return `${lines.join('\n')}\n`;
}

/** How long took what has a time, excused or not. */
function times({ timings }: Tally): string[] {
  if (timings.length === 0) return [];
  const groups = Map.groupBy(timings, ({ by, limitMs }) => `${by.split(' ')[0]} | ${seconds(limitMs)}`);
  const lines = [...groups].toSorted().map(([name, all]) => {
    const took = all.map(({ tookMs }) => tookMs).filter(Number.isFinite);
    const [half, longest] = [0.5, 1].map((at) => seconds(percentile(took, at)));
    return `| ${name} | ${all.length} | ${half} | ${longest} | ${all.length - took.length} |`;
  });
  return [
    '| fault | has to happen within | times | median | longest | never |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ];
}

/** What looked broken and had an excuse, by what it was excused with. */
function excuses({ excused }: Tally): string[] {
  return [...Map.groupBy(excused, ({ invariant, excuse }) => `${invariant}, ${excuse}`)].map(
    ([name, all]) => `- excused (${name}): ${all.length}, such as: ${all[0]?.detail}`,
  );
}

/** Faults of different kinds that were there at the same time (F16). */
function pairs({ injections }: Tally): string[] {
  const counts = new Map<string, number>();
  const effective = injections.filter(({ effect }) => effect !== null);
  for (const [index, one] of effective.entries()) {
    for (const other of effective.slice(index + 1)) {
      if (one.kind === other.kind || one.from > other.until || other.from > one.until) continue;
      const name = [one.kind, other.kind].toSorted().join('+');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return [];
  const listed = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
  return [`Pairs at the same time (F16): ${listed.join(', ')}.`, ''];
}
