import { render, screen } from '@testing-library/angular';
import decodeQR from 'qr/decode.js';
import { QrCode } from './qr-code';

it('is read by a reader of QR codes as the text', async () => {
  const text = 'otpauth://totp/Parley:ana%40parley.example?issuer=Parley&secret=JBSWY3DPEHPK3PXP';
  await render(QrCode, { inputs: { text, label: 'A code' } });
  const svg = screen.getByRole('img', { name: 'A code' });
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const dark = [...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)];
  const [scale, side] = [4, 4 * size];
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of dark) {
    for (let dy = 0; dy < scale; dy++) {
      const from = ((Number(y) * scale + dy) * side + Number(x) * scale) * 4;
      for (let at = from; at < from + 4 * scale; at++) if (at % 4 !== 3) data[at] = 0;
    }
  }
  expect(decodeQR({ width: side, height: side, data })).toBe(text);
});
