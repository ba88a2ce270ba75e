import { addresses, elementsWithImages, ownTab, photographsInSvg } from './cases/addresses.ts';
import { backgrounds, drawings } from './cases/backgrounds.ts';
import { canvases } from './cases/canvases.ts';
import { converted, heic, undecodable, untouched } from './cases/formats.ts';
import { frames } from './cases/frames.ts';
import { brokenImages, lazyImages, plainImages, rotatingImages, sourceSets } from './cases/images.ts';
import { screenStep, siteStep, stepInPage, stepOfPixels, stepWithReferrer } from './cases/ladder.ts';
import { clearCovers, coveredPictures, lightboxes, sharedSpots } from './cases/overlays.ts';
import { changedPages, closedPages } from './cases/pages.ts';
import { parts } from './cases/parts.ts';
import { privateAddresses, tooLarge } from './cases/questions.ts';
import { odd, types } from './cases/served.ts';
import { shadowRoots } from './cases/shadow-roots.ts';
import { cookies, hotlinks, otherAnswers } from './cases/unwilling-servers.ts';
import type { MediaCase } from './media-case.ts';

/** Every case, in the order of the list: one function for each of its lines that is about images. */
export const MEDIA_CASES: readonly MediaCase[] = [
  ...plainImages(),
  ...rotatingImages(),
  ...sourceSets(),
  ...lazyImages(),
  ...brokenImages(),
  ...addresses(),
  ...elementsWithImages(),
  ...photographsInSvg(),
  ...ownTab(),
  ...drawings(),
  ...backgrounds(),
  ...coveredPictures(),
  ...clearCovers(),
  ...sharedSpots(),
  ...lightboxes(),
  ...shadowRoots(),
  ...frames(),
  ...canvases(),
  ...closedPages(),
  ...changedPages(),
  ...types(),
  ...converted(),
  ...undecodable(),
  ...heic(),
  ...untouched(),
  ...hotlinks(),
  ...cookies(),
  ...otherAnswers(),
  ...parts(),
  ...odd(),
  ...tooLarge(),
  ...privateAddresses(),
  ...stepInPage(),
  ...siteStep(),
  ...stepWithReferrer(),
  ...stepOfPixels(),
  ...screenStep(),
];
