/** Why the user is asked before something is sent. */
export type SendReason = 'private-network' | 'local-file' | 'private-window' | 'very-small' | 'large' | 'camera';

/** What a check waits for the user to answer. */
export type Question =
  /** `origin` serves the image, like `https://cdn.example`. */
  | {
      readonly kind: 'site-access';
      readonly origin: string;
      /** It is read to be looked at here: nobody is signed in, and nothing would be sent. */
      readonly isUnsent?: boolean;
    }
  /** Several pictures may be meant: the page shows them. */
  | { readonly kind: 'which-picture' }
  | SendQuestion;

/** What would be sent, and where: nothing has left the computer before the answer. */
export interface SendQuestion {
  readonly kind: 'before-sending';
  readonly reasons: readonly SendReason[];
  /** The host that a yes can be remembered for. */
  readonly site?: string;
  /** The host of the service. */
  readonly sentTo: string;
  /** Of a file that is large. */
  readonly sizeBytes?: number;
  /** Pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Reasons that hold for a whole site: a yes to them can be remembered. The others are about one picture. */
export const SITE_REASONS: readonly SendReason[] = ['private-network', 'local-file', 'private-window'];

/** An image with a side below this says too little: the user is asked first. Pixels. */
const SMALL_SIDE = 32;

/** Whether an image is so small that a verdict on it is worth little. */
export function isVerySmall({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.min(width, height) < SMALL_SIDE;
}
