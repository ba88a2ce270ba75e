import { Component, render } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { language, translate, translateCount } from '../../core/i18n.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { Actions } from '../../core/view/actions.tsx';
import { Icon } from '../../core/view/icons.tsx';
import theme from '../../core/view/theme.css?inline';
import { trusted } from '../../core/view/trusted.ts';
import { Announcement } from './announcement.tsx';
import { BoxHead } from './box-head.tsx';
import { keepPlace, topmostLayer } from './keep-place.ts';
import { outOfPicture } from './out-of-picture.ts';
import { createOwnFrame } from './own-frame.ts';
import { addStyle, createShadowHost } from './shadow-host.ts';
import { watchPlace } from './watch-place.ts';

/**
 * What panel.js lends to page-check.js, which comes into frames behind it, so that nothing is loaded twice. There the build puts
 * borrowed-from-panel.ts in place of every module imported here (scripts/borrow-modules.ts), and fails where that lacks a name.
 */
export const lentByPanel = {
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
  theme,
  topmostLayer,
  translate,
  translateCount,
  trusted,
  watchPlace,
};
