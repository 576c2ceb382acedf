import { textLength } from './text-length';

describe('textLength', () => {
  it('tells the limit only near it', () => {
    expect(textLength('x'.repeat(7_499))).toMatchObject({ isNear: false, isSendable: true });
    expect(textLength('x'.repeat(7_600))).toEqual({ left: 400, isNear: true, isSendable: true });
    expect(textLength('x'.repeat(8_003))).toEqual({ left: -3, isNear: true, isSendable: false });
  });

  it('counts code points, trimmed and composed, as the server does', () => {
    expect(textLength('😀'.repeat(8_000))).toEqual({ left: 0, isNear: true, isSendable: true });
    expect(textLength('e\u0301'.repeat(8_000))).toEqual({ left: 0, isNear: true, isSendable: true });
    expect(textLength(`  ${'x'.repeat(8_000)}\n`).left).toBe(0);
  });

  it('sends nothing where there is nothing', () => {
    expect(textLength(' \n ').isSendable).toBe(false);
  });
});
