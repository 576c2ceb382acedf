import type { Random } from '../faults/random';

const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u200b',
    'null',
    'undefined',
    'NaN',
    '-1',
    '1e309',
    '0x10',
    '%',
    '%00',
    '%E0%A4%A',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '$ne',
    '../../etc/passwd',
    '//',
    '\\',
    '\r\n',
  ],
  ...[
    `' OR 1=1 --`,
    '<script>',
    '${7*7}',
    '{{7*7}}',
    '0190f5fe-7c00-7a00-8abc-012345678901',
    '2026-02-30T00:00:00.000Z',
  ],
  ...['😀', '👩🏽‍❤️‍💋‍👨🏿', 'é'.repeat(300), 'a'.repeat(9_000), '('.repeat(500), 'ﷺ'.repeat(200), '[a]('.repeat(200)],
];
const NUMBERS = [0, -0, -1, 0.5, 1e9, 1e308, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, 2 ** 31, -(2 ** 63)];
const KEYS = [
  '__proto__',
  'constructor',
  'id',
  'roomId',
  'senderId',
  'role',
  'seq',
  'text',
  'length',
  'then',
  'toJSON',
  '',
];

/** A value that hardly belongs anywhere, as JSON can carry it. */
export function hostileValue(random: Random, depth = 0): unknown {
  const kind = random.between(0, depth > 3 ? 4 : 8);
  if (kind <= 1) return hostileText(random);
  if (kind === 2) return random.pick(NUMBERS);
  if (kind === 3) return random.pick([null, true, false]);
  if (kind === 4) return nested(random.pick([5, 31, 33, 60]));
  const size = random.between(0, 4);
  if (kind <= 6) return Array.from({ length: size }, () => hostileValue(random, depth + 1));
  // By entries, so that `__proto__` is a field like any other.
  return Object.fromEntries(Array.from({ length: size }, () => [random.pick(KEYS), hostileValue(random, depth + 1)]));
}

export const hostileText = (random: Random): string => random.pick(TEXTS);

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A sound value with one or more places made wrong: replaced, left out, or added to. */
export function spoilt(random: Random, sound: unknown): unknown {
  if (random.chance(0.15)) return hostileValue(random);
  if (Array.isArray(sound)) return sound.map((each: unknown) => (random.chance(0.5) ? spoilt(random, each) : each));
  if (typeof sound !== 'object' || sound === null) return hostileValue(random);
  const entries = Object.entries(sound).flatMap(([key, value]): [string, unknown][] => {
    if (random.chance(0.15)) return [];
    return [[key, random.chance(0.35) ? spoilt(random, value) : value]];
  });
  if (random.chance(0.3)) entries.push([random.pick(KEYS), hostileValue(random)]);
  return Object.fromEntries(entries);
}

/** A text with some of its bytes changed, doubled, cut off or put in. */
export function torn(random: Random, text: string): Buffer {
  let bytes = Buffer.from(text);
  for (let changes = random.between(1, 4); changes > 0; changes--) {
    const at = random.between(0, bytes.length);
    const how = random.between(0, 3);
    const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (how === 0) bytes = Buffer.concat([head, Buffer.from([random.between(0, 255)]), tail.subarray(1)]);
    else if (how === 1) bytes = Buffer.from(head);
    else if (how === 2) bytes = Buffer.concat([head, Buffer.from(hostileText(random)), tail]);
    else bytes = Buffer.concat([bytes, tail]).subarray(0, 60_000);
  }
  return bytes;
}

/** Bytes without any sense. */
export const noise = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: random.between(1, most) }, () => random.between(0, 255)));
