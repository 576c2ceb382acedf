import { z } from 'zod';
import { commonConfig } from '../config/common-config';
import { reportConfig } from './check-config';

const schema = z.object({ ...commonConfig, COLOUR: z.enum(['red', 'blue']) });
const secret = 'a-secret-of-more-than-thirty-two-characters';

describe('the report on a configuration', () => {
  it('names what is read, and nothing wrong with an environment that is enough', () => {
    const env = { OPS_PORT: '9000', RPC_SECRET: secret, COLOUR: 'blue' };
    expect(reportConfig('painter', schema, env)).toEqual({
      name: 'painter',
      variables: ['LOG_LEVEL', 'OPS_HOST', 'OPS_PORT', 'SHUTDOWN_GRACE_MS', 'RPC_SECRET', 'COLOUR'],
      problems: [],
    });
  });

  it('tells every problem, and no value', () => {
    const env = { RPC_SECRET: 'hunter2', COLOUR: 'hunter2', OPS_PORT_FILE: '/nowhere/at/all' };
    const { problems } = reportConfig('painter', schema, env);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['OPS_PORT_FILE', 'RPC_SECRET', 'COLOUR']);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});
