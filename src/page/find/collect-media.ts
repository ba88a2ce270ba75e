import type { Size } from '../../core/media/page-media.ts';
import { MAX_COLLECTED } from '../../core/media/told-limits.ts';
import { absolute } from './address.ts';
import { contentSource, elementPictures, ownImage } from './element-pictures.ts';
import type { Picture, PictureSource } from './picture.ts';
import { isDrawn } from './shown-part.ts';

/** Media of a frame, and every element that shows it, as far as was looked. */
export interface CollectedPicture {
  /** Its name: of this document alone, so that a page that was loaded anew is not taken for what it was before. */
  readonly key: string;
  readonly source: PictureSource;
  readonly elements: ReadonlySet<Element>;
}

/** What a frame is searched for. */
export type CollectedKind = 'image' | 'video';

/** The media of one frame, as they were found so far. */
export interface Collection {
  /** Looks at elements; gives whether they show anything else than before. Whatever was shown before keeps its name. */
  look(elements: Iterable<Element>): boolean;
  get(key: string): CollectedPicture | undefined;
  all(): Iterable<CollectedPicture>;
  /** The elements that show any of it, or did and may again: those that are worth another look. */
  elements(): Iterable<Element>;
}

interface Known extends CollectedPicture {
  readonly elements: Set<Element>;
}

/** An empty collection for one kind of media. */
export function createCollection(kind: CollectedKind): Collection {
  const byIdentity = new Map<string | Element, Known>();
  const byKey = new Map<string, Known>();
  const shown = new Map<Element, readonly Known[]>();
  const ofDocument = crypto.getRandomValues(new Uint32Array(2)).join('.'); // A randomUUID is for secure pages alone.

  function take({ element, source }: Picture, isSeen: boolean): Known | undefined {
    const identity = 'url' in source ? source.url : element; // Without an address, an element is only itself.
    const known = byIdentity.get(identity);
    if (known) return isSame(known.source, source) && (isSeen || known.elements.has(element)) ? known : undefined;
    if (!isSeen || byKey.size >= MAX_COLLECTED) return undefined;
    const found = { key: `${ofDocument}-${byKey.size}`, source, elements: new Set<Element>() };
    byIdentity.set(identity, found);
    byKey.set(found.key, found);
    return found;
  }

  /** What is hidden is not collected, but what was collected may be hidden. */
  function look(element: Element): boolean {
    const before = shown.get(element);
    const isSeen = element.isConnected && isDrawn(element);
    if (!element.isConnected || !(before || isSeen)) return forget(element);
    const found = shownIn(element, kind).flatMap((picture) => take(picture, isSeen) ?? []);
    const now = [...new Set(found)];
    if (!before && now.length === 0) return false;
    shown.set(element, now);
    for (const one of before ?? []) one.elements.delete(element);
    for (const one of now) one.elements.add(element);
    return now.length !== before?.length || now.some((one, at) => one !== before[at]);
  }

  function forget(element: Element): boolean {
    for (const found of shown.get(element) ?? []) found.elements.delete(element);
    return shown.delete(element);
  }

  return {
    look(elements) {
      let isChanged = false;
      for (const element of elements) {
        if (kind === 'video' && !(element instanceof HTMLVideoElement)) continue;
        if (look(element)) isChanged = true;
      }
      return isChanged;
    },
    get: (key) => byKey.get(key),
    all: () => byKey.values(),
    elements: () => shown.keys(),
  };
}

/** Whether an element shows what it was collected for, still. */
export function stillShows(element: Element, { source }: CollectedPicture): boolean {
  if (!element.isConnected) return false;
  const kind = source.kind === 'address' || source.kind === 'not-loaded' ? 'image' : 'video';
  return shownIn(element, kind).some((now) => isSame(source, now.source));
}

function isSame(one: PictureSource, other: PictureSource): boolean {
  if ('url' in one) return 'url' in other && other.url === one.url;
  return other.kind === one.kind;
}

/** What an element shows of one kind: pictures with a file, or a video. Drawings and canvases are the page's own making. */
function shownIn(element: Element, kind: CollectedKind): Picture[] {
  if (kind === 'video') {
    const source = contentSource(element);
    return source && source.kind !== 'address' ? [{ element, source }] : [];
  }
  return elementPictures(element).flatMap(({ source }) => {
    if (source.kind === 'address') return [{ element, source }];
    return source.kind === 'not-loaded' ? [{ element, source: awaited(element) ?? source }] : [];
  });
}

/** The address of what the browser loads once it comes into view (`loading="lazy"`). */
function awaited(element: Element): PictureSource | undefined {
  if (!(element instanceof HTMLImageElement) || element.complete) return undefined;
  const url = absolute(element.currentSrc || element.src, element);
  return url === undefined || url.startsWith('data:') ? undefined : { kind: 'address', url };
}

/** How large collected media is: its file where the page has it, else its largest place. Pixels. */
export function collectedSize({ elements, source }: CollectedPicture): Size {
  let size = { width: 0, height: 0 };
  for (const element of elements) {
    const file = fileSize(element, source);
    if (file) return file;
    const { width, height } = element.getBoundingClientRect();
    if (width * height > size.width * size.height) size = { width: Math.round(width), height: Math.round(height) };
  }
  return size;
}

function fileSize(element: Element, source: PictureSource): Size | undefined {
  if (element instanceof HTMLVideoElement && element.videoWidth > 0) {
    return { width: element.videoWidth, height: element.videoHeight };
  }
  const image = 'url' in source ? ownImage(element, source.url) : undefined;
  return image && image.naturalWidth > 0 ? { width: image.naturalWidth, height: image.naturalHeight } : undefined;
}
