import { lentModules } from './between-scripts.ts';

// What page-check.js and part.js take from panel.js in place of modules of its own (lent-by-panel.ts).

export const {
  Actions,
  addStyle,
  Announcement,
  BoxHead,
  Component,
  createOwnFrame,
  createShadowHost,
  followFeed,
  Fragment,
  Icon,
  jsx,
  jsxs,
  keepPlace,
  language,
  outOfPicture,
  render,
  sendToBackground,
  topmostLayer,
  translate,
  translateCount,
  trusted,
  watchPlace,
} = lentModules('panel');

export default lentModules('panel').theme; // The one style sheet that is lent.
