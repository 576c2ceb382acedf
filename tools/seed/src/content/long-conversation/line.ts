/** One message of the long conversation before it has a time. */
export interface Line {
  readonly from: 'ana' | 'jonas';
  readonly text: string;
}

/** What Ana writes, line by line. */
export function ana(...lines: readonly string[]): Line {
  return { from: 'ana', text: lines.join('\n') };
}

/** What Jonas writes, line by line. */
export function jonas(...lines: readonly string[]): Line {
  return { from: 'jonas', text: lines.join('\n') };
}

/** A fenced block of code, as lines. */
export function fenced(code: readonly string[], language = 'ts'): readonly string[] {
  return [`\`\`\`${language}`, ...code, '```'];
}
