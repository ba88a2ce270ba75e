import { logFault } from '../../core/log.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { absolute } from '../find/address.ts';
import { isClear } from '../find/clear-element.ts';
import { cssUrls } from '../find/css-urls.ts';
import { contentSource, elementPictures, isOwn, ownImage } from '../find/element-pictures.ts';
import { chosenPicture } from '../find/found-pictures.ts';
import { isFilteredAway } from '../find/is-filtered-away.ts';
import { isSpacer } from '../find/lazy-source.ts';
import { isAbove } from '../find/paint-order.ts';
import { drawnAt } from '../find/pictures-at.ts';
import { drawnWithin, elementsDeep, followRoots, withinAny } from '../find/shadow-trees.ts';
import { shownAddress } from '../find/shown-address.ts';
import { colourOpacity, contains, isDrawn, isPageWide, shownPart } from '../find/shown-part.ts';
import { replacedContent } from '../find/style-pictures.ts';
import { isCanvasExact } from '../read/exact-canvas.ts';

/**
 * What page.js lends to the scripts that come into frames behind it, so that nothing is loaded twice. In those the build puts
 * borrowed-from-page.ts in place of every module imported here (scripts/borrow-modules.ts), and fails where that lacks a name.
 */
export const lentByPage = {
  absolute,
  chosenPicture,
  colourOpacity,
  contains,
  contentSource,
  cssUrls,
  drawnAt,
  drawnWithin,
  elementPictures,
  elementsDeep,
  followRoots,
  isAbove,
  isCanvasExact,
  isClear,
  isDrawn,
  isFilteredAway,
  isOwn,
  isPageWide,
  isSpacer,
  logFault,
  ownImage,
  receiveFromBackground,
  replacedContent,
  shownAddress,
  shownPart,
  withinAny,
  withoutUserinfo,
};
