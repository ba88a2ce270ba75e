import type { Pointed } from '../../../src/page/find/picture.ts';

/** A transparent GIF of one pixel. */
export const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A page, what the user does in it, and what is found: the id of each element with the path of its address, topmost first. */
export interface FindingCase {
  readonly name: string;
  readonly body: string;
  /** Where the right button is pressed; `#spot` unless given. */
  readonly at?: string;
  readonly pointed?: Partial<Pointed>;
  /** The page draws by WebGL, which Firefox does not have without a graphics card. */
  readonly hasWebGl?: true;
  readonly found: readonly string[];
}

export const BOX = 'width:200px;height:100px';
export const COVER = 'position:absolute;inset:0';
export const AROUND = `position:relative;${BOX}`;
export const BACKGROUND = (name: string) => `background-image:url(/${name}.jpg)`;
