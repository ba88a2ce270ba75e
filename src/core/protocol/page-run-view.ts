import type { FileSaysBriefly, PanelTone } from './panel-view.ts';
import type { PageRunOutcome } from './to-background.ts';

// What is shown of the check of a whole page, already in the user's words: the page draws it and decides nothing.

/** A badge on one of the media of a frame. */
export interface BadgeView {
  /** The frame's own name for the media. */
  readonly key: string;
  readonly checkId: string;
  readonly words: string;
  readonly tone: PanelTone;
  /** The sign of what its file says; the words say it too. */
  readonly sign?: FileSaysBriefly['kind'];
}

/** How the check of a page stands: in the popup, and in the pill in the page. */
export interface PageRunView {
  readonly runId: string;
  /** Nobody began it: its media are checked as they are shown. */
  readonly isAutomatic?: boolean;
  readonly lines: readonly { readonly words: string; readonly isQuiet?: boolean; readonly isOutcome?: boolean }[];
  /** From 0 to 1, while media are checked. */
  readonly progress?: number;
  readonly buttons: readonly { readonly words: string; readonly action: PageRunAction }[];
  /** Origins that "Allow these sites" is about. */
  readonly accessMissing: readonly string[];
  readonly hasEnded: boolean;
  /** Once it has ended, what came out of it, counted: each leads to the next of its media in the page. */
  readonly counts: readonly { readonly words: string; readonly tone: PageRunOutcome }[];
}

/** What a button does. */
export type PageRunAction =
  | 'start'
  | 'cancel'
  | 'retry'
  | 'unlock'
  | 'allow-these-sites'
  | 'allow-all-sites'
  | 'open-options'
  | 'open-results'
  | 'open-side-panel';

/** What a frame's script draws. */
export interface FrameView {
  readonly badges: readonly BadgeView[];
  /** In the top frame alone, and only while there is a check of its page. */
  readonly pill?: PageRunView;
  readonly hasBadgesElsewhere?: boolean;
  /** Nothing more comes. */
  readonly hasEnded: boolean;
}
