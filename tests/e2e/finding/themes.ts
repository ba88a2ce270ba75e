import { EMBEDDED } from './cases/embedded.ts';
import { IMAGES } from './cases/images.ts';
import { LAZY } from './cases/lazy.ts';
import { ROOTS } from './cases/roots.ts';
import { STYLES } from './cases/styles.ts';
import { UNSEEN } from './cases/unseen.ts';
import { VIDEOS } from './cases/videos.ts';
import type { FindingCase } from './finding-case.ts';

/** Every case by what it is about. A theme is one test: a page is found in faster than a test begins and ends. */
export const FINDING_THEMES: readonly { readonly theme: string; readonly cases: readonly FindingCase[] }[] = [
  { theme: 'videos', cases: VIDEOS },
  { theme: 'images, below whatever lies over them', cases: IMAGES },
  { theme: 'what styles draw', cases: STYLES },
  { theme: 'what is in shadow roots, slots and dialogs', cases: ROOTS },
  { theme: 'what is embedded, and drawings', cases: EMBEDDED },
  { theme: 'nothing that nobody can see', cases: UNSEEN },
  { theme: 'images that have not come yet', cases: LAZY },
];
