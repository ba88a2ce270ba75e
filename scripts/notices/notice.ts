import type { Licence } from './licences.ts';

/** What people are told about parts of the extension that others made. */
export interface Notice {
  /** Each part on a line: its name, version and where it comes from. */
  readonly parts: readonly string[];
  readonly licence: Licence;
  /** The licence with its lines of copyright, as those who made the parts want it passed on. */
  readonly text: string;
}
