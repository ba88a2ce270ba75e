import { render } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { language, translate, translateCount } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { Actions } from '../../core/view/actions.tsx';
import { Icon } from '../../core/view/icons.tsx';
import theme from '../../core/view/theme.css?inline';
import { trusted } from '../../core/view/trusted.ts';
import { absolute } from '../find/address.ts';
import { isClear } from '../find/clear-element.ts';
import { cssUrls } from '../find/css-urls.ts';
import { contentSource, elementPictures, ownImage } from '../find/element-pictures.ts';
import { isSpacer } from '../find/lazy-source.ts';
import { isAbove } from '../find/paint-order.ts';
import { drawnAt } from '../find/pictures-at.ts';
import { drawnWithin, elementsDeep, withinAny } from '../find/shadow-trees.ts';
import { shownAddress } from '../find/shown-address.ts';
import { contains, isDrawn, shownPart } from '../find/shown-part.ts';
import { replacedContent } from '../find/style-pictures.ts';
import { isCanvasExact } from '../read/exact-canvas.ts';
import { Announcement } from './announcement.tsx';
import { BoxHead } from './box-head.tsx';
import { keepPlace, topmostLayer } from './keep-place.ts';
import { outOfPicture } from './out-of-picture.ts';
import { createOwnFrame } from './own-frame.ts';
import { addStyle, createShadowHost } from './shadow-host.ts';
import { watchPlace } from './watch-place.ts';

/**
 * What page.js lends to page-check.js and pixels.js, which are put into frames behind it: nothing is loaded twice. In those the build
 * puts borrowed-modules.ts in place of every module imported here (scripts/borrow-modules.ts), and fails where that lacks a name.
 */
export const lent = {
  absolute,
  Actions,
  addStyle,
  Announcement,
  BoxHead,
  contains,
  contentSource,
  createOwnFrame,
  createShadowHost,
  cssUrls,
  drawnAt,
  drawnWithin,
  elementPictures,
  elementsDeep,
  followFeed,
  Fragment,
  Icon,
  isAbove,
  isCanvasExact,
  isClear,
  isDrawn,
  isSpacer,
  jsx,
  jsxs,
  keepPlace,
  language,
  logFault,
  outOfPicture,
  ownImage,
  receiveFromBackground,
  render,
  replacedContent,
  sendToBackground,
  shownAddress,
  shownPart,
  theme,
  topmostLayer,
  translate,
  translateCount,
  trusted,
  watchPlace,
  withinAny,
  withoutUserinfo,
};
