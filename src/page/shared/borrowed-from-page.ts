import { lentModules } from './between-scripts.ts';

// What panel.js, page-check.js and pixels.js take from page.js in place of modules of their own (lent-by-page.ts).

export const {
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
} = lentModules('page');
