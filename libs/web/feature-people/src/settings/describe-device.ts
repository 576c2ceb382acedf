export interface DeviceWords {
  readonly browser: string;
  readonly system: string;
  readonly isPhone: boolean;
}

/** By what browsers call themselves; the first that fits, since most also claim to be others. */
const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [pattern: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const find = (list: [RegExp, string][], userAgent: string): string =>
  list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';

/** What a device is, as far as its browser says; empty words where it does not. */
export function describeDevice(userAgent: string): DeviceWords {
  return {
    browser: find(browsers, userAgent),
    system: find(systems, userAgent),
    isPhone: /\b(?:iPhone|Mobile)\b/.test(userAgent),
  };
}
