/** Text such as an address to be put into a sentence: whichever way it is written, it does not turn round what stands beside it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
