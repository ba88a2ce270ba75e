import { MAX_COLLECTED, type Size } from '../page-media.ts';
import { absolute } from './address.ts';
import { contentSource, elementPictures } from './element-pictures.ts';
import type { Picture, PictureSource } from './picture.ts';
import { isDrawn } from './shown-part.ts';

/** Media of a frame, and every element that shows it. */
export interface CollectedPicture {
  /** Its name: of this document alone, so that a page that was loaded anew is not taken for what it was before. */
  readonly key: string;
  readonly source: PictureSource;
  readonly elements: Element[];
}

/** What a frame is searched for. */
export type CollectedKind = 'image' | 'video';

/** The media of one frame, as they were found so far. */
export interface Collection {
  /** Looks at elements; gives what was not there before. Whatever they show already keeps its name. */
  add(elements: Iterable<Element>): CollectedPicture[];
  get(key: string): CollectedPicture | undefined;
  all(): Iterable<CollectedPicture>;
}

/** An empty collection for one kind of media. */
export function createCollection(kind: CollectedKind): Collection {
  const byIdentity = new Map<string | Element, CollectedPicture>();
  const byKey = new Map<string, CollectedPicture>();
  const ofDocument = crypto.getRandomValues(new Uint32Array(2)).join('.'); // A randomUUID is for secure pages alone.

  function take({ element, source }: Picture): CollectedPicture | undefined {
    const identity = 'url' in source ? source.url : element; // Without an address, an element is only itself.
    const known = byIdentity.get(identity);
    if (known) {
      if (!known.elements.includes(element)) known.elements.push(element);
      return undefined;
    }
    if (byKey.size >= MAX_COLLECTED) return undefined;
    const found = { key: `${ofDocument}-${byKey.size}`, source, elements: [element] };
    byIdentity.set(identity, found);
    byKey.set(found.key, found);
    return found;
  }

  return {
    add(elements) {
      const found: CollectedPicture[] = [];
      for (const element of elements) {
        if (kind === 'video' && !(element instanceof HTMLVideoElement)) continue;
        if (!isDrawn(element)) continue;
        for (const picture of shownIn(element, kind)) {
          const one = take(picture);
          if (one) found.push(one);
        }
      }
      return found;
    },
    get: (key) => byKey.get(key),
    all: () => byKey.values(),
  };
}

/** Whether an element shows what it was collected for, still. */
export function stillShows(element: Element, { source }: CollectedPicture): boolean {
  if (!element.isConnected) return false;
  const kind = source.kind === 'address' || source.kind === 'not-loaded' ? 'image' : 'video';
  return shownIn(element, kind).some((now) => {
    if ('url' in source) return 'url' in now.source && now.source.url === source.url;
    return now.source.kind === source.kind;
  });
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
export function collectedSize({ elements }: CollectedPicture): Size {
  let size = { width: 0, height: 0 };
  for (const element of elements) {
    const file = fileSize(element);
    if (file) return file;
    const { width, height } = element.getBoundingClientRect();
    if (width * height > size.width * size.height) size = { width: Math.round(width), height: Math.round(height) };
  }
  return size;
}

function fileSize(element: Element): Size | undefined {
  if (element instanceof HTMLVideoElement && element.videoWidth > 0) {
    return { width: element.videoWidth, height: element.videoHeight };
  }
  if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0) return undefined;
  return { width: element.naturalWidth, height: element.naturalHeight };
}
