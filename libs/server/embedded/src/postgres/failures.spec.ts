import { explainFailure, isPassing } from './failures';

describe('explainFailure', () => {
  it.each([
    ['FATAL:  could not write to file "base/1/1": No space left on device', 'The disk is full'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'in use by another program'],
    [
      'DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.',
      'made by PostgreSQL 17',
    ],
    ['FATAL:  could not open file "global/pg_control": Permission denied', 'may not use global/pg_control'],
    ['FATAL:  data directory "/x" has wrong ownership', 'may not use its data directory'],
    ['postgres: error while loading shared libraries: libpq.so.5: cannot open', 'the library libpq.so.5 is missing'],
  ])('says what %p means', (line, meaning) => {
    expect(explainFailure(['LOG:  starting', line], 'postgres.log').message).toContain(meaning);
  });

  it('quotes the last complaint it does not know, and names the log', () => {
    const { message } = explainFailure(['FATAL:  something new', 'LOG:  shut down'], 'postgres.log');
    expect(message).toBe('PostgreSQL did not start (FATAL:  something new); all it said is in postgres.log.');
  });

  it('has an answer for silence', () => {
    expect(explainFailure([], 'postgres.log').message).toContain('it said nothing');
  });
});

describe('isPassing', () => {
  it('knows what goes by itself', () => {
    expect(isPassing(['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use'])).toBe(true);
    expect(isPassing(['FATAL:  lock file "postmaster.pid" already exists'])).toBe(true);
    expect(isPassing(['FATAL:  could not open file'])).toBe(false);
  });
});
