import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@parley/seed';

export interface SummaryFacts {
  readonly url: string;
  readonly gateways: number;
  /** Whether there is a sandbox to sign in to. */
  readonly seeded: boolean;
  /** Where logs are, as one would type it. */
  readonly logs: string;
  readonly seconds: number;
}

const WIDTH = 66;

/** What is printed once Parley runs: where to click, whom to be, what to try, how to stop. */
export function summary({ url, gateways, seeded, logs, seconds }: SummaryFacts): string {
  const [first, second] = DEMO_ACCOUNTS;
  const rows = [
    `Parley is ready  (${seconds.toFixed(0)} s)`,
    '',
    `Open       ${url}`,
    ...(seeded
      ? [
          '',
          `Sign in    ${first}`,
          `  or       ${second}`,
          `Password   ${DEMO_PASSWORD}`,
          '',
          'Try        open it in two browsers, as one each, and let them',
          '           talk; or register, say what you teach and want to',
          '           learn, and see who could be your match.',
        ]
      : [
          '',
          'Try        register two people in two browsers; let one teach',
          '           what the other wants to learn.',
        ]),
    '',
    ...(gateways > 1 ? [`Gateways   ${gateways}, with a Redis between them`] : []),
    `Logs       ${logs}`,
    'Stop       Ctrl-C',
  ];
  return [
    '',
    `  ╭${'─'.repeat(WIDTH)}╮`,
    ...rows.map((row) => `  │  ${row.padEnd(WIDTH - 2)}│`),
    `  ╰${'─'.repeat(WIDTH)}╯`,
    '',
  ].join('\n');
}
