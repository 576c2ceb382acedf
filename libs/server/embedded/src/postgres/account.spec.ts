import { parseAccounts } from './account';

describe('parseAccounts', () => {
  it('reads name, user and group, and passes over what is no account', () => {
    const passwd = [
      'root:x:0:0:root:/root:/bin/bash',
      '',
      '# comment',
      '+::::::',
      'postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash',
    ];
    expect(parseAccounts(passwd.join('\n'))).toEqual([
      { name: 'root', uid: 0, gid: 0 },
      { name: 'postgres', uid: 101, gid: 104 },
    ]);
  });
});
