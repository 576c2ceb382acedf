import { codePoints, limits } from '@parley/contracts';

export interface TextLength {
  /** How many code points more it may have; negative where it has too many. */
  readonly left: number;
  /** Whether it is time to tell. */
  readonly isNear: boolean;
  readonly isSendable: boolean;
}

/** The limit is told when no more than this is left, in code points. */
const NEAR = 500;

/** How a text stands to the limit of a message, counted as the server counts: code points once trimmed and in normal form. */
export function textLength(text: string): TextLength {
  const trimmed = text.trim();
  // No text has more code points than UTF-16 units, and normalising shortens hardly any: most need no exact count.
  if (trimmed.length <= limits.messageCodePoints - NEAR) {
    return { left: limits.messageCodePoints - trimmed.length, isNear: false, isSendable: trimmed.length > 0 };
  }
  const left = limits.messageCodePoints - codePoints(trimmed.normalize('NFC'));
  return { left, isNear: left <= NEAR, isSendable: left >= 0 };
}
