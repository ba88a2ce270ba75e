import type { ErrorCode } from '../../src/core/errors/error-data.ts';
import type { FaultEnd, FaultKind, RequestCounts } from './fault-case.ts';
import { isWhole } from './fault-pages.ts';

/** How often the endpoint of each kind is asked. */
export const MEDIA_PATHS = { image: '/image', video: '/video', page: '/batch_image', videos: '/batch_video' } as const;

/** The lines of a verdict; the sandbox says of everything that it is not made by AI. */
const VERDICT_LINES = {
  image: /^Likely not AI-generated$/,
  video: /^Likely not AI-generated$/,
  page: /^3 checked: 3 likely not AI-generated$/,
  videos: /^3 checked: 3 likely not AI-generated$/,
};

type Ends = Partial<Record<FaultKind, FaultEnd>>;

/** A verdict after so many requests, of each of these kinds. */
export function verdictAfter(count: number, kinds: readonly FaultKind[], more: RequestCounts = {}): Ends {
  return endsFor(kinds, (kind) => ({ line: VERDICT_LINES[kind], requests: { [MEDIA_PATHS[kind]]: count, ...more } }));
}

/** An error after so many requests, with its sentence and the button that helps. */
export function errorAfter(
  count: number,
  kinds: readonly FaultKind[],
  { error, line, button = 'Try again', more = {} }: ExpectedError,
): Ends {
  return endsFor(kinds, (kind) => ({
    error,
    line,
    requests: { ...(count > 0 && { [MEDIA_PATHS[kind]]: count }), ...more },
    ...(!isWhole(kind) && { button }), // Of a page, each result has its own.
  }));
}

/** The error a case ends with. */
export interface ExpectedError {
  readonly error: ErrorCode;
  readonly line: RegExp;
  readonly button?: string;
  /** What is asked beside the endpoint of the media. */
  readonly more?: RequestCounts;
}

function endsFor(kinds: readonly FaultKind[], end: (kind: FaultKind) => FaultEnd): Ends {
  return Object.fromEntries(kinds.map((kind) => [kind, end(kind)]));
}
