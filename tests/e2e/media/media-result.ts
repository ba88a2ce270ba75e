import type { BrowserName, MediaCase, MediaGroup, Outcome } from './media-case.ts';

/** The type of the annotation by which a test tells what came out of a case. */
export const MEDIA_ANNOTATION = 'media';

/** What came out of one case in one browser; as JSON in the annotation. */
export interface MediaResult {
  readonly group: MediaGroup;
  readonly line: string;
  readonly name: string;
  readonly browser: BrowserName;
  /** In the words of the table. */
  readonly cameOut: string;
}

/** Puts an outcome that was seen into a few words. */
export function mediaResult(
  { group, line, name, press, impossible }: MediaCase,
  outcome: Outcome,
  browser: BrowserName,
): MediaResult {
  const reason = impossible?.[browser]?.reason;
  const asked = press?.includes('Check anyway') ? 'asked first, then ' : '';
  return { group, line, name, browser, cameOut: reason === undefined ? asked + wordsFor(outcome) : `–: ${reason}` };
}

function wordsFor(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'original':
      return 'original file';
    case 'converted':
      return outcome.words.replace(/^converted from [^,]+/, 'converted to PNG');
    case 'pixels':
      return 'pixels of the element';
    case 'screen':
      return 'screen';
    case 'sentence':
      return `refused: ${outcome.reason}`;
  }
}
