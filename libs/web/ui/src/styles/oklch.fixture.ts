/** A colour in linear sRGB, each channel 0 to 1, with its alpha. */
export interface LinearColour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

const OKLCH = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/;

/** Reads `oklch(L C H)` or `oklch(L C H / A)` by Ottosson's matrices; channels outside sRGB are clipped, as a screen does. */
export function oklch(css: string): LinearColour {
  const [, lightness, chroma, hue, alpha] = OKLCH.exec(css) ?? [];
  if (lightness === undefined) throw new Error(`Not an OKLCH colour: ${css}`);
  const [L, C, angle] = [Number(lightness), Number(chroma), (Number(hue) * Math.PI) / 180];
  const [a, b] = [C * Math.cos(angle), C * Math.sin(angle)];
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number): number => Math.min(1, Math.max(0, channel));
  return {
    rgb: [
      clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    ],
    alpha: Number(alpha ?? 1),
  };
}

const encode = (channel: number): number =>
  channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
const decode = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** One colour laid over another that is opaque, mixed as browsers do: in encoded sRGB. */
export function over(top: LinearColour, ground: LinearColour): LinearColour {
  const mix = (index: 0 | 1 | 2): number =>
    decode(encode(top.rgb[index]) * top.alpha + encode(ground.rgb[index]) * (1 - top.alpha));
  return { rgb: [mix(0), mix(1), mix(2)], alpha: 1 };
}

const luminance = ({ rgb: [r, g, b] }: LinearColour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: LinearColour, b: LinearColour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
