import { hashOfToken, newRefreshToken, openSuccessor, sealSuccessor } from './refresh-token';

describe('refresh tokens', () => {
  it('hold 256 bits and are never the same', () => {
    const tokens = Array.from({ length: 100 }, newRefreshToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('are stored as a hash', () => {
    expect(hashOfToken('token')).toHaveLength(32);
    expect(hashOfToken('token')).toEqual(hashOfToken('token'));
    expect(hashOfToken('token')).not.toEqual(hashOfToken('Token'));
  });

  it('open their successor, and nobody else’s', () => {
    const [token, successor, other] = [newRefreshToken(), newRefreshToken(), newRefreshToken()];
    const sealed = sealSuccessor(token, successor);
    expect(sealed.includes(successor)).toBe(false);
    expect(openSuccessor(token, sealed)).toBe(successor);
    expect(() => openSuccessor(other, sealed)).toThrow();
  });
});
