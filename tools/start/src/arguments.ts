import { parseArgs } from 'node:util';
import { messageOf, StartupError } from '@parley/server-embedded';

/** What was asked for on the command line and by the environment. */
export interface Arguments {
  readonly help: boolean;
  /** How many realtime gateways. */
  readonly gateways: number;
  /** Whether to fill the sandbox. */
  readonly seed: boolean;
  /** Whether to rebuild and restart what changes. */
  readonly dev: boolean;
  /** Whether root may have the system install a Redis. */
  readonly installRedis: boolean;
  /** The port of the one origin. */
  readonly port: number;
  /** A Redis that is there already. */
  readonly redisUrl: string | undefined;
}

export const HELP = `
  npm start                          run Parley on http://localhost:8080
  npm start -- --gateways 3          with three realtime gateways on a Redis
  npm start -- --no-seed             without the sandbox of people and conversations
  npm start -- --install-redis       as root on Debian: install Redis where there is none
  npm run dev                        rebuild and restart what you change

  PORT=8081         another port
  REDIS_URL=redis://…  a Redis that runs already; redis+sentinel:// and redis+cluster:// too

  Data, passwords and logs live in .parley/; remove it to begin anew.
`;

const MOST_GATEWAYS = 16;
const DEFAULT_PORT = 8080;

/**
 * Reads the command line.
 * @throws StartupError with one sentence for people for what it does not know or can't take.
 */
export function parseArguments(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Arguments {
  const values = parse(argv);
  return {
    help: values.help ?? false,
    gateways: wholeNumber('--gateways', values.gateways ?? '1', 1, MOST_GATEWAYS),
    seed: !(values['no-seed'] ?? false),
    dev: values.dev ?? false,
    installRedis: values['install-redis'] ?? false,
    port: wholeNumber(
      'PORT',
      env['PORT'] === undefined || env['PORT'] === '' ? String(DEFAULT_PORT) : env['PORT'],
      1,
      65_535,
    ),
    redisUrl: env['REDIS_URL'] === '' ? undefined : env['REDIS_URL'],
  };
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        help: { type: 'boolean', short: 'h' },
        gateways: { type: 'string' },
        'no-seed': { type: 'boolean' },
        dev: { type: 'boolean' },
        'install-redis': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    // "Unknown option '--x'. To specify a positional argument …": the first sentence is what helps.
    const [sentence = ''] = messageOf(error).split(/\. |\.$/);
    throw new StartupError(`${sentence}; "npm start -- --help" tells what there is.`, { cause: error });
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new StartupError(`${name} takes a whole number from ${least} to ${most}, not "${text}".`);
}
