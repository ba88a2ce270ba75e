import type { PanelPlace, PointedMedia, ToPage } from '../../core/protocol/protocol.ts';
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
import { visiblePart } from '../read/visible-part.ts';
import { claimFrame, collectedPicture, lendModules, shareElements, shownReader } from '../shared/between-scripts.ts';
import { lent } from '../shared/lent-modules.ts';
import { outOfPicture } from '../shared/out-of-picture.ts';
import { bestPlace } from './best-place.ts';
import { holderOf, numberInTop } from './holder-of-frame.ts';
import { type OpenPanel, openPanel } from './open-panel.tsx';
import { viewOnScreen } from './place-panel.ts';

/** The smallest frame that holds a panel, in CSS pixels. */
const SMALLEST_WIDTH = 336;
const SMALLEST_HEIGHT = 240;

/** More of the media is not covered while there is room elsewhere. */
const MOST_COVERED = 1 / 3;

/** A panel with a verdict, in CSS pixels. */
const USUAL_PANEL = { width: 320, height: 300 };

/** Everything the extension does in a page, on the background's word: find the media, read it, show the panel. */
export function startPageScript(): void {
  if (!claimFrame('page')) return;
  lendModules(lent);
  const checks = new Map<string, FoundPictures>();
  const reads = createPageReads();
  let panel: OpenPanel | undefined;
  const picture = outOfPicture((isSeen) => panel?.setSeen(isSeen));

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
    return earlier ? { ...earlier, index: choice.index } : { ...findPictures(pointed), pointed };
  }

  shareElements((checkId) => {
    const pictures = checks.get(checkId);
    return pictures && elementShowing(pictures);
  });

  receiveFromBackground<ToPage>({
    isPointedAt: () => findPictures({ by: 'keyboard' }).pictures.length > 0,
    findMedia({ checkId, pointed, isClear }) {
      const pictures = foundAnew(checkId, pointed);
      return pictures && (!isClear || seeThrough(pictures)) ? foundMedia(pictures) : { kind: 'gone' };
    },
    openPanel({ checkId, pointed, view, place }) {
      const pictures = found(checkId, pointed);
      // In an SVG or XML document nothing of HTML is drawn.
      if (!(document.documentElement instanceof HTMLElement)) return false;
      if (window !== window.top && !hasRoom(pictures, place)) return numberInTop();
      const isInFrame = typeof place === 'object';
      const holder = isInFrame ? holderOf(place) : undefined;
      // Within what leaves no room beside itself, the frame may be anywhere.
      if (isInFrame && !(holder && coveredShare(holder) === 0)) return false;
      panel?.close();
      panel = openPanel(view, { found: pictures, holder }, (hasEnded) => hasEnded && checks.delete(checkId));
      return true;
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
    async prepareCapture({ checkId, pointed }) {
      const pictures = found(checkId, pointed);
      const element = pictures && elementShowing(pictures);
      if (panel?.isOver(element)) await picture.leave(checkId);
      const reader = shownReader();
      return reader ? element && reader.onScreen(element) : 'hidden';
    },
    finishCapture({ checkId }) {
      picture.enter(checkId);
    },
  });
}

/** Whether a frame has room for a panel: over no more than a third of the media in it, unless it offers several to choose from. */
function hasRoom(found: FoundPictures | undefined, place: PanelPlace | undefined): boolean {
  if (innerWidth < SMALLEST_WIDTH || innerHeight < SMALLEST_HEIGHT) return false;
  const [only, other] = found?.pictures ?? [];
  return place !== undefined || !only || other !== undefined || coveredShare(only.element) <= MOST_COVERED;
}

/** The share of what is in view of an element that a panel would cover in this frame. */
function coveredShare(element: Element): number {
  const media = visiblePart(element.getBoundingClientRect());
  const { covered } = bestPlace(USUAL_PANEL, { media, view: viewOnScreen(), taken: [], isRightToLeft: false });
  return covered && covered / (media.width * media.height);
}
