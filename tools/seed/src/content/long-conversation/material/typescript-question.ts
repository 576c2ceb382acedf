/** A question that Ana has about TypeScript, Jonas's answer, and what she makes of it. */
export interface TypescriptQuestion {
  readonly ask: string;
  readonly answer: string;
  /** Lines of TypeScript that go with the answer. */
  readonly code?: readonly string[];
  readonly grasp: string;
}
