import { EMBEDDED } from './cases/embedded.ts';
import { IMAGES } from './cases/images.ts';
import { LAZY } from './cases/lazy.ts';
import { ROOTS } from './cases/roots.ts';
import { STYLES } from './cases/styles.ts';
import { UNSEEN } from './cases/unseen.ts';
import { VIDEOS } from './cases/videos.ts';
import type { FindingCase } from './finding-case.ts';

/** Cases of one subject. */
interface FindingTheme {
  readonly theme: string;
  readonly cases: readonly FindingCase[];
  /** Browsers go by the same rules here, so that of the cases one in three is tried in Firefox. */
  readonly isAlike?: true;
}

/** Every case by what it is about. A theme is one test: a page is found in faster than a test begins and ends. */
export const FINDING_THEMES: readonly FindingTheme[] = [
  { theme: 'videos', cases: VIDEOS, isAlike: true },
  { theme: 'images, below whatever lies over them', cases: IMAGES },
  { theme: 'what styles draw', cases: STYLES },
  { theme: 'what is in shadow roots, slots and dialogs', cases: ROOTS },
  { theme: 'what is embedded, and drawings', cases: EMBEDDED },
  { theme: 'nothing that nobody can see', cases: UNSEEN, isAlike: true },
  { theme: 'images that have not come yet', cases: LAZY, isAlike: true },
];
