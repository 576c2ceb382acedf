import { parseArguments } from './arguments';

describe('parseArguments', () => {
  it('has a default for everything', () => {
    expect(parseArguments([], {})).toEqual({
      ...{ help: false, dev: false, seed: true, installRedis: false },
      ...{ gateways: 1, port: 8080, redisUrl: undefined },
    });
  });

  it('takes what is asked for', () => {
    const argv = ['--gateways', '3', '--no-seed', '--dev', '--install-redis'];
    expect(parseArguments(argv, { PORT: '9000', REDIS_URL: 'redis://r' })).toMatchObject({
      ...{ gateways: 3, seed: false, dev: true, installRedis: true },
      ...{ port: 9000, redisUrl: 'redis://r' },
    });
    expect(parseArguments(['-h'], {}).help).toBe(true);
  });

  it('takes an empty variable for none', () => {
    expect(parseArguments([], { PORT: '', REDIS_URL: '' })).toMatchObject({ port: 8080, redisUrl: undefined });
  });

  it.each([
    [['--gatewys', '3'], {}, `Unknown option '--gatewys'; "npm start -- --help" tells what there is.`],
    [['extra'], {}, `Unexpected argument 'extra'`],
    [['--gateways'], {}, `Option '--gateways <value>' argument missing`],
    [['--gateways', '0'], {}, '--gateways takes a whole number from 1 to 16, not "0".'],
    [['--gateways', '2.5'], {}, '--gateways takes a whole number from 1 to 16, not "2.5".'],
    [[], { PORT: '65536' }, 'PORT takes a whole number from 1 to 65535, not "65536".'],
    [[], { PORT: 'http' }, 'PORT takes a whole number from 1 to 65535, not "http".'],
  ])('says in one sentence what is wrong with %j %j', (argv, env, sentence) => {
    expect(() => parseArguments(argv, env)).toThrow(sentence);
  });
});
