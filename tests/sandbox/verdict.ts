/** The two documented fields that carry what the service thinks of a file. */
export interface Verdict {
  readonly isAI: boolean;
  readonly confidence: number;
}
