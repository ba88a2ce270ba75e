/** A picture in the page. */
export interface Picture {
  readonly element: Element;
  readonly source: PictureSource;
}

/** Where a picture's bytes are to be had. */
export type PictureSource =
  /** Absolute: http(s), `data:`, `blob:` or `file:`. */
  | { readonly kind: 'address'; readonly url: string }
  /** A video with an address: a file, or, at a `blob:`, what a script of the page feeds in pieces. */
  | { readonly kind: 'video'; readonly url: string }
  /** A video that the page may show and nobody may copy (Encrypted Media Extensions). */
  | { readonly kind: 'protected' }
  /** A camera, a call, or what else is live. */
  | { readonly kind: 'camera' }
  /** A video without an address: a worker of the page feeds it in pieces. */
  | { readonly kind: 'stream' }
  /** Pixels alone. */
  | { readonly kind: 'canvas' }
  /** An inline `<svg>`: a drawing, not a picture. */
  | { readonly kind: 'drawing' }
  /** Lazy, and no address of the real picture is known. */
  | { readonly kind: 'not-loaded' };

/** What the user pointed at. */
export interface Pointed {
  /** The browser's own word for the picture that was clicked (`srcUrl`). */
  readonly url?: string;
  /** Firefox: names the element that was clicked. */
  readonly targetElementId?: number;
  readonly by: 'menu' | 'toolbar' | 'keyboard' | 'page';
}

/** The pictures that qualify, topmost first. */
export interface Finding {
  readonly pictures: readonly Picture[];
  /** They are at the place the user pointed at; else merely in view. */
  readonly isCertain: boolean;
}

/** A place in the frame's viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
