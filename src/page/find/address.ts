import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import type { PictureSource } from './picture.ts';

/** What can hold a picture's bytes. */
const READABLE = /^(https?|data|blob|file):/;

/** What needs no base: that is the page's own address, which may be 2 MB long, and takes milliseconds to parse. */
const WHOLE = /^(?:https?:\/\/|data:|blob:)/i;

/**
 * An address as written in the page, made absolute, without a name and password; undefined for what leads to no file. A file of the
 * page's own site is one, whatever that is: the welcome page is the extension's.
 */
export function absolute(written: string | null | undefined, element: Pick<Element, 'baseURI'>): string | undefined {
  if (!written) return undefined;
  const url = URL.parse(written, WHOLE.test(written) ? undefined : element.baseURI)?.href;
  return url && (READABLE.test(url) || url.startsWith(`${location.origin}/`)) ? withoutUserinfo(url) : undefined;
}

/** The source for an address as written in the page. */
export function addressSource(written: string | null | undefined, element: Element): PictureSource | undefined {
  const url = absolute(written, element);
  return url === undefined ? undefined : { kind: 'address', url };
}
