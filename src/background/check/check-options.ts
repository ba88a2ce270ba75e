import type { MediaKind } from '../../core/check/media-reference.ts';
import type { MediaSender } from '../service/send-options.ts';

/** How one check is to run. */
export interface CheckOptions {
  /** Nobody is there to answer: what would have to be asked ends the check. */
  readonly isUnattended?: boolean;
  /** The service judges anew, although a verdict on the same bytes is known. */
  readonly isAfresh?: boolean;
  /** The way to the service, in place of that for single media. */
  readonly sender?: (kind: MediaKind) => Promise<MediaSender>;
  /** What was sent before and begins anew waits for its turn to be read; it may be let go without one. */
  readonly inTurn?: (begin: () => Promise<void>) => Promise<void>;
  /** Told when the media has been read, just before it is sent; not where it came to nothing before. */
  readonly onRead?: () => void;
}
