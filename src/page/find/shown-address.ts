import { absolute } from './address.ts';

/** Elements that show a picture from an address of their own. */
export const ADDRESS_ELEMENTS = 'img, input[type="image" i], image, object, embed, video';

/** The names of image files, for objects without a type. */
const IMAGE_FILE = /^data:image\/|\.(avif|bmp|gif|heic|ico|jpe?g|jxl|png|svg|tiff?|webp)$/i;

/** The address an element shows a picture from by itself, as menus give it (`srcUrl`). */
export function shownAddress(element: Element): string | undefined {
  if (element instanceof HTMLImageElement) return absolute(element.currentSrc || element.src, element);
  if (element instanceof HTMLInputElement) return element.type === 'image' ? absolute(element.src, element) : undefined;
  if (element instanceof SVGImageElement) return absolute(element.href.baseVal, element); // `xlink:href` too.
  if (element instanceof HTMLVideoElement) return absolute(element.currentSrc || element.src, element);
  const isObject = element instanceof HTMLObjectElement;
  if (!isObject && !(element instanceof HTMLEmbedElement)) return undefined;
  const url = absolute(element.getAttribute(isObject ? 'data' : 'src'), element);
  const isImage = element.type ? /^image\//i.test(element.type) : IMAGE_FILE.test(url?.replace(/[?#].*/, '') ?? '');
  return isImage ? url : undefined;
}
