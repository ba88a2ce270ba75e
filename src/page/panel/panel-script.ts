import type { PanelPlace, ToPanelScript } from '../../core/protocol/protocol.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import type { FoundPictures } from '../find/found-pictures.ts';
import { visiblePart } from '../read/visible-part.ts';
import { checkFinder, claimFrame, lendModules } from '../shared/between-scripts.ts';
import { lentByPanel } from '../shared/lent-by-panel.ts';
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

/** Shows the panel in a frame, on the background's word. */
export function startPanelScript(): void {
  if (!claimFrame('panel')) return;
  lendModules('panel', lentByPanel);
  let panel: OpenPanel | undefined;
  const picture = outOfPicture((isSeen) => panel?.setSeen(isSeen));

  receiveFromBackground<ToPanelScript>({
    openPanel({ checkId, pointed, view, place }) {
      const finder = checkFinder();
      const pictures = finder?.found(checkId, pointed);
      // In an SVG or XML document nothing of HTML is drawn.
      if (!(document.documentElement instanceof HTMLElement)) return false;
      if (window !== window.top && !hasRoom(pictures, place)) return numberInTop();
      const isInFrame = typeof place === 'object';
      const holder = isInFrame ? holderOf(place) : undefined;
      // Within what leaves no room beside itself, the frame may be anywhere.
      if (isInFrame && !(holder && coveredShare(holder) === 0)) return false;
      panel?.close();
      panel = openPanel(view, { found: pictures, holder }, (hasEnded) => hasEnded && finder?.forget(checkId));
      return true;
    },
    async hidePanel({ checkId }) {
      if (panel?.isOver(checkFinder()?.elementOf(checkId))) await picture.leave(checkId);
    },
    showPanel({ checkId }) {
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
