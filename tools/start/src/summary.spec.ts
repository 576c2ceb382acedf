import { summary } from './summary';

describe('summary', () => {
  const facts = { url: 'http://localhost:8080', gateways: 1, seeded: true, logs: '.parley/logs/', seconds: 12.3 };

  it('says where to click, whom to be and how to stop', () => {
    const text = summary(facts);
    for (const part of [
      'http://localhost:8080',
      'ana@parley.example',
      'jonas@parley.example',
      '.parley/logs/',
      'Ctrl-C',
      '12 s',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names no accounts where there are none', () => {
    expect(summary({ ...facts, seeded: false })).not.toContain('parley.example');
  });

  it.each([facts, { ...facts, seeded: false, gateways: 3 }])('draws a straight frame', (one) => {
    const widths = summary(one)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.length);
    expect(new Set(widths).size).toBe(1);
  });
});
