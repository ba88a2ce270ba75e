import type { PointedMedia, ToPage } from '../../core/protocol/protocol.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { findPictures } from '../find/find-pictures.ts';
import {
  addressOf,
  elementShowing,
  type FoundPictures,
  foundMedia,
  isFoundStill,
  seeThrough,
} from '../find/found-pictures.ts';
import { createPageReads } from '../read/page-reads.ts';
import { claimFrame, collectedPicture, lendModules, shareFinder, shownReader } from '../shared/between-scripts.ts';
import { lentByPage } from '../shared/lent-by-page.ts';

/** What every check needs in the frame of its media, on the background's word: find the media, read it. */
export function startPageScript(): void {
  if (!claimFrame('page')) return;
  lendModules('page', lentByPage);
  const checks = new Map<string, FoundPictures>();
  const reads = createPageReads();

  /** What was found for a check: before, or now. */
  function found(checkId: string, pointed: PointedMedia | undefined): FoundPictures | undefined {
    const known = checks.get(checkId);
    if (known || !pointed) return known;
    const pictures = search(pointed);
    checks.set(checkId, pictures);
    return pictures;
  }

  /** The same as an attempt begins, which may not be the first: what was not there is looked for again. */
  function foundAnew(checkId: string, pointed: PointedMedia | undefined): FoundPictures | undefined {
    const pictures = found(checkId, pointed);
    // The open panel holds the same object, and offers what it holds.
    if (pictures && pointed && !isFoundStill(pictures)) Object.assign(pictures, search(pointed));
    return pictures;
  }

  function search(pointed: PointedMedia): FoundPictures {
    const { choice, itemKey } = pointed;
    const earlier = choice && checks.get(choice.checkId);
    const collected = itemKey === undefined ? undefined : collectedPicture(itemKey);
    if (pointed.by === 'page') return { pictures: [collected ?? []].flat(), isCertain: true, pointed };
    return earlier ? { ...earlier, ...choice } : { ...findPictures(pointed), pointed };
  }

  shareFinder({
    found,
    elementOf(checkId) {
      const pictures = checks.get(checkId);
      return pictures && elementShowing(pictures);
    },
    forget: (checkId) => checks.delete(checkId),
  });

  receiveFromBackground<ToPage>({
    isPointedAt: () => findPictures({ by: 'keyboard' }).pictures.length > 0,
    findMedia({ checkId, pointed, isClear }) {
      const pictures = foundAnew(checkId, pointed);
      return pictures && (!isClear || seeThrough(pictures)) ? foundMedia(pictures) : { kind: 'gone' };
    },
    async readMedia({ checkId, pointed, limits }) {
      const pictures = found(checkId, pointed);
      const url = pictures && addressOf(pictures);
      if (url === undefined) return { unreadable: true };
      return reads.read(checkId, url, pictures && elementShowing(pictures), limits);
    },
    readProgress: ({ checkId }) => reads.progressOf(checkId),
    stopRead({ checkId }) {
      reads.stop(checkId);
    },
    async readPixels({ checkId, pointed, isDrawing }) {
      const pictures = found(checkId, pointed);
      const [element, url] = pictures ? [elementShowing(pictures), addressOf(pictures)] : [];
      return shownReader()?.readPixels(element, url, isDrawing) ?? { unreadable: true };
    },
    placeOnScreen({ checkId, pointed }) {
      const pictures = found(checkId, pointed);
      const element = pictures && elementShowing(pictures);
      const reader = shownReader();
      return reader ? element && reader.onScreen(element) : 'hidden';
    },
  });
}
