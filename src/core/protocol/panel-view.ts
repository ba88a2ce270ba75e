import type { Headline, InconclusiveBand } from '../check/headline.ts';
import type { AccessAnswer } from '../check/question.ts';

/**
 * What the panel in the page shows, already in the user's words: the page draws it and decides nothing. It holds what is
 * on the screen and no more.
 */
export interface PanelView {
  readonly checkId: string;
  /** A small picture of what was read, as it is judged. */
  readonly thumbnail?: Blob;
  /** Format and size of what is checked, once it was read. */
  readonly subject?: string;
  readonly isRunning: boolean;
  /** It has come to its end. */
  readonly hasEnded: boolean;
  /** Nothing more comes by itself: it has ended, and its file was read. */
  readonly isComplete: boolean;
  readonly headline?: { readonly words: string; readonly tone: PanelTone };
  readonly likelihood?: LikelihoodView;
  /** Where a likelihood decides nothing. */
  readonly inconclusiveRange?: InconclusiveBand;
  /** How long ago BitMind judged the same file, where that verdict is shown again. */
  readonly age?: string;
  /** A bar for each frame that was judged by itself, from 0 to 1; the same numbers stand in the details. */
  readonly bars?: readonly { readonly tone: Headline; readonly likelihood?: number }[];
  /** It is about a part of the image that this check is about. */
  readonly parentId?: string;
  /** How firm the verdict is, where the user asked. */
  readonly firmness?: FirmnessView;
  /** The parts of a video that were judged by themselves, where the user asked. */
  readonly timeline?: TimelineView;
  readonly lines: readonly SaidLine[];
  /** The first is the one most people want. */
  readonly buttons: readonly { readonly words: string; readonly action: PanelAction }[];
  /** What the verdict is worth, and what to read or do next. */
  readonly meaning?: FileMetadataView & Pick<PanelView, 'buttons'>;
  /** What the last of them costs, to be read before it is pressed. */
  readonly cost?: string;
  /** What the file says about itself, apart from what BitMind says. */
  readonly fileMetadata?: FileMetadataView & Pick<PanelView, 'buttons'>;
  /** Names and values, under "Details". */
  readonly details: readonly (readonly [name: string, value: string])[];
  /** For whoever is asked for help; once the check has ended. */
  readonly diagnostics?: Diagnostics;
  /** The words of a box to tick, with the question: a yes is remembered for the site. */
  readonly rememberWords?: string;
  /** So many pictures may be meant: the panel shows them to choose from, other places number them. */
  readonly choices?: number;
  /** The origin a question about site access is about. */
  readonly accessOrigin?: string;
}

/** How likely AI is: one line to be read out, and its parts for one glance. */
export interface LikelihoodView {
  readonly words: string;
  readonly percent: string;
  /** Which way an inconclusive one leans. */
  readonly leaning?: string;
  /** From 0 to 1. */
  readonly fraction: number;
}

/** The answer in one line, and the versions it goes by: the name and likelihood of each, and its place on the scale, from 0 to 1. */
export interface FirmnessView {
  readonly words: string;
  readonly versions: readonly { readonly words: string; readonly fraction?: number }[];
}

/** The answer in one line, and each part that was judged: its name, its likelihood, and where it begins; from 0 to 1. */
export interface TimelineView {
  readonly words: string;
  readonly parts: readonly {
    readonly words: string;
    readonly tone: Headline;
    readonly fraction?: number;
    readonly from: number;
  }[];
}

/** What is copied at the user's wish: without any address, and the addresses. */
export interface Diagnostics {
  readonly text: string;
  readonly addresses: string;
  /** Comes before the text where the verdict seems wrong; left out without one. */
  readonly doubt?: string;
}

/** A sentence; a warning is marked as one. */
export interface SaidLine {
  readonly words: string;
  readonly tone?: 'quiet' | 'warning';
}

/** What a file says, for a row or a badge: the words, and how they are drawn. Credentials come before notes. */
export interface FileSaysBriefly {
  /** `unlisted`: they hold, and nothing says who the signer is. */
  readonly kind: 'credentials' | 'unlisted-credentials' | 'broken-credentials' | 'remote-credentials' | 'noted-as-ai';
  readonly words: string;
}

/** What Content Credentials say, from the file back to what it was made from. */
export interface ClaimsView {
  /** They do not hold: what they say is shown only once this is chosen. */
  readonly title?: string;
  readonly chain: readonly { readonly words: string; readonly lines: readonly string[]; readonly picture?: Blob }[];
  readonly lines: readonly SaidLine[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** "What the file says": sentences, then names and values. */
export interface FileMetadataView {
  readonly title: string;
  readonly lines: readonly SaidLine[];
  readonly claims?: ClaimsView;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The file says something. Never false: what the user opened while it was read stays open. */
  readonly isOpen?: true;
}

/** Colour and icon of a headline; the words say the same. */
export type PanelTone = Headline | 'failed' | 'local' | 'no-verdict';

/** What a button of the panel does. */
export type PanelAction =
  | 'cancel'
  | 'retry'
  | 'check-again'
  | 'check-firmness'
  | 'check-part'
  | 'check-by-parts'
  | 'show-whole'
  | 'open-options'
  | 'unlock'
  | 'check-anyway'
  | 'open-trust'
  | 'open-results'
  | 'inspect'
  | 'open-side-panel'
  | AccessAnswer;
