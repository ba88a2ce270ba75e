import type { ToShowMediaScript } from '../../core/protocol/protocol.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { checkFinder, claimFrame } from '../shared/between-scripts.ts';
import { outOfPicture } from '../shared/out-of-picture.ts';

/** How long media stays outlined, in milliseconds: long enough to be found by the eye. */
const OUTLINED_MS = 4_000;

/** Two colours beside each other, one of which is seen on any image: the accent of theme.css, and white. */
const OUTLINE: Keyframe = { outline: '4px solid #3b4fd0', outlineOffset: '-4px', boxShadow: '0 0 0 4px #fff' };

/** Shows the user where in its page the media of a check is: scrolls there, and outlines it. The focus stays where it is. */
export function startShowMediaScript(): void {
  if (!claimFrame('show-media')) return;
  let outline: Animation | undefined;
  let isSeen = true;
  // On a capture of the screen it would be part of the image.
  const picture = outOfPicture(
    (isSeenNow) => {
      isSeen = isSeenNow;
      if (!isSeen) outline?.cancel();
    },
    () => outline !== undefined,
  );

  receiveFromBackground<ToShowMediaScript>({
    showMedia({ checkId, pointed }) {
      const finder = checkFinder();
      finder?.found(checkId, pointed);
      const element = finder?.elementOf(checkId);
      if (!element || element.getClientRects().length === 0) return false;
      outline?.cancel();
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      if (isSeen) outline = element.animate([OUTLINE, OUTLINE], { duration: OUTLINED_MS });
      return true;
    },
    async hideOutline({ checkId }) {
      await picture.leave(checkId);
    },
    showOutline({ checkId }) {
      picture.enter(checkId);
    },
  });
}
