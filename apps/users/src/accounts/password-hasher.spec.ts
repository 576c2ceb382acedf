import { PasswordHasher } from './password-hasher';

const hasher = new PasswordHasher();

describe('PasswordHasher', () => {
  it('S40: stores argon2id with at least 19 MiB and two passes', async () => {
    const stored = await hasher.hash('a fine password');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(stored).not.toBe(await hasher.hash('a fine password'));
  });

  it('knows the password again and no other', async () => {
    const stored = await hasher.hash('a fine password');
    await expect(hasher.matches(stored, 'a fine password')).resolves.toBe(true);
    await expect(hasher.matches(stored, 'A fine password')).resolves.toBe(false);
    await expect(hasher.matches(stored, '')).resolves.toBe(false);
  });

  it('S40: hashes long passwords whole', async () => {
    const long = 'x'.repeat(255);
    const stored = await hasher.hash(`${long}a`);
    await expect(hasher.matches(stored, `${long}b`)).resolves.toBe(false);
    await expect(hasher.matches(stored, `${long}a`)).resolves.toBe(true);
  });

  it('takes both spellings of an accent for one', async () => {
    const stored = await hasher.hash('cafe\u0301 au lait');
    await expect(hasher.matches(stored, 'caf\u00e9 au lait')).resolves.toBe(true);
  });

  it('never matches where nothing is stored', async () => {
    await hasher.onModuleInit();
    await expect(hasher.matches(undefined, 'a fine password')).resolves.toBe(false);
  });
});
