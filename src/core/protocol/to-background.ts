import { judgementSchema } from '../check/check-record.ts';
import { mediaKindSchema } from '../check/media-reference.ts';
import { shareSchema } from '../check/part.ts';
import { accessAnswerSchema } from '../check/question.ts';
import { MOST_REMOVED } from '../media/told-limits.ts';
import { integer, type Parsed, z } from '../schema.ts';
import type { AccountView, SavedAccount } from '../service/account-view.ts';
import { accountSchema } from '../service/credential.ts';
import { keepingSchema } from '../service/keeping.ts';
import { agreedSiteSchema } from '../store/agreed-sites.ts';
import type { ManagedSettings } from '../store/settings-item.ts';
import type { AutomaticView } from './automatic-view.ts';
import type { ResultView } from './result-view.ts';

// Every message to the background: who may send it, what it asks, what is answered. Whoever sends one imports the types alone.

/** Who may send a message to the background: the panel in a page, or one of the extension's own pages. */
export type Sender = 'panel' | 'extension-page';

interface Row<Request extends z.ZodMiniType, Answer> {
  readonly from: readonly Sender[];
  readonly request: Request;
  /** A type alone; there is never a value. */
  readonly answer?: Answer;
}

/** Messages that are answered by nothing but that they were done. */
function told<Request extends z.ZodMiniType>(from: readonly Sender[], request: Request): Row<Request, void> {
  return { from, request };
}

/** Messages that are answered. */
function asked<Answer>() {
  return <Request extends z.ZodMiniType>(from: readonly Sender[], request: Request): Row<Request, Answer> => ({
    from,
    request,
  });
}

const PANELS: readonly Sender[] = ['panel'];
const ANYONE: readonly Sender[] = ['panel', 'extension-page'];
const OWN_PAGES: readonly Sender[] = ['extension-page'];

const id = z.string().check(z.maxLength(64));
const nothing = z.object({});
const aboutCheck = z.object({ checkId: id });
const aboutResults = z.object({ checkIds: z.array(id).check(z.maxLength(MOST_REMOVED)) });
const aboutPageRun = z.object({ runId: id });

/** An origin the browser may be asked about: a web origin and nothing else. */
const webOrigin = z.string().check(
  z.maxLength(2048),
  z.refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.origin === text),
);

const accountDraftSchema = z.object({ account: accountSchema, keeping: keepingSchema, isTested: z.boolean() });

const runOutcomeSchema = z.enum(['likely-ai', 'inconclusive', 'likely-not-ai', 'failed', 'no-verdict']);

/** What one of a page's media came to. */
export type PageRunOutcome = Parsed<typeof runOutcomeSchema>;

/** An account as typed, and how it is to be kept. */
export type AccountDraft = Parsed<typeof accountDraftSchema>;

/** The messages to the background. */
export const TO_BACKGROUND = {
  cancelCheck: told(ANYONE, aboutCheck),
  retryCheck: told(ANYONE, aboutCheck),
  /** How firm the verdict on an image is: by further versions of it, each of which counts as a request. `cancelCheck` stops it. */
  checkFirmness: told(ANYONE, aboutCheck),
  /** How likely parts of a long video are, each of which counts as a request. `cancelCheck` stops it. */
  checkByParts: told(ANYONE, aboutCheck),
  /** Has the player in the page go to where a part begins that was judged, if it shows that video still. */
  seekVideo: told(PANELS, z.object({ checkId: id, part: integer.check(z.gte(0)) })),
  /** `origin` is the one the question named, so that the browser can be asked within the user's gesture. */
  answerAccess: told(ANYONE, z.object({ checkId: id, answer: accessAnswerSchema, origin: z.exactOptional(webOrigin) })),
  /** "Check anyway": what the question named may be sent. `isRemembered`: nothing is asked on this site from now on. */
  agreeToSend: told(ANYONE, z.object({ checkId: id, isRemembered: z.boolean() })),
  /** Takes back that nothing is asked on a site. */
  askAgain: told(OWN_PAGES, agreedSiteSchema),
  /** Another of the pictures that the page found for a check. */
  checkPicture: told(ANYONE, z.object({ checkId: id, index: integer.check(z.gte(0)) })),
  /** A part of the image that a check has judged, by a check of its own. Gives that one's id. */
  checkPart: asked<string>()(ANYONE, z.object({ checkId: id, share: shareSchema })),
  /** The script by which the user chooses a part, in the sender's frame; the extension's own pages have it. */
  openPartPicker: told(ANYONE, aboutCheck),
  /** The image that a check has judged, as it is, in a size to choose a part by. */
  getPicture: asked<Blob>()(ANYONE, aboutCheck),
  /** The small picture of a check; undefined where none was made or kept. */
  getThumbnail: asked<Blob | undefined>()(OWN_PAGES, aboutCheck),
  /** The file of the image of a check, or of that it is a part of, as it was read. */
  getFile: asked<Blob>()(OWN_PAGES, aboutCheck),
  /** A file of this computer, given in the popup. Gives the check's id. */
  checkFile: asked<string>()(
    OWN_PAGES,
    z.object({ file: z.instanceof(Blob), name: z.string(), isPrivate: z.boolean() }),
  ),
  /** Counts the media of a tab's page, to check them all. */
  countPage: told(OWN_PAGES, z.object({ tabId: integer, kind: mediaKindSchema })),
  /** Checks what came into the page since it was counted. */
  checkNewMedia: told(PANELS, z.object({ kind: mediaKindSchema })),
  startPageRun: told(ANYONE, aboutPageRun),
  cancelPageRun: told(ANYONE, aboutPageRun),
  /** Counts the page anew, and asks again. */
  retryPageRun: told(ANYONE, aboutPageRun),
  /** Asks the browser, within the user's gesture, for these sites; for all where none is named. */
  allowForPage: told(
    ANYONE,
    z.object({ runId: id, origins: z.exactOptional(z.array(webOrigin).check(z.maxLength(100))) }),
  ),
  /** Images have come into view on a site where they are checked as they are shown. */
  imagesShown: told(PANELS, nothing),
  /** Whether images are checked as they are shown in the frame that asks, by what is in the tab. */
  isAutomaticHere: asked<boolean>()(PANELS, nothing),
  /** Undefined where they never are: private windows and networks, pages of the browser. `isOpening`: what was ticked before is no more. */
  getAutomatic: asked<AutomaticView | undefined>()(OWN_PAGES, z.object({ tabId: integer, isOpening: z.boolean() })),
  /** Asks the browser, within the user's gesture, for all of these origins, the tab's own among them; on from when they are allowed. */
  turnOnAutomatic: told(OWN_PAGES, z.object({ tabId: integer, origins: z.array(webOrigin).check(z.maxLength(100)) })),
  /** `site`: a match pattern, as it is stored. */
  turnOffAutomatic: told(OWN_PAGES, z.object({ site: z.string() })),
  /** Scrolls to the next of a page's media that came to this, and gives its badge the focus; among the results, where it has gone. */
  showNextOutcome: told(ANYONE, z.object({ runId: id, outcome: runOutcomeSchema })),
  /** From the other frames of the page: the sender has removed its own. */
  removeBadges: told(PANELS, aboutPageRun),
  /** The panel of a check of which the frame shows a badge, by the frame's own name for the media. */
  openBadgedCheck: told(PANELS, z.object({ key: z.string().check(z.maxLength(64)) })),
  /** The page of all results; that of a check is opened in it, where one is named, at the tree of its Content Credentials if that is wanted. */
  openResults: told(ANYONE, z.object({ checkId: z.exactOptional(id), isInspected: z.exactOptional(z.boolean()) })),
  /** The window that asks for access (Firefox) got it. */
  accessGranted: told(OWN_PAGES, aboutCheck),
  /** In the window of the sender's tab, within the user's gesture (Chromium); at a check, where one is named. */
  openSidePanel: told(PANELS, z.object({ checkId: z.exactOptional(id) })),
  openOptions: told(ANYONE, nothing),
  /** The text on how far a verdict can be trusted; and where one that seems wrong can be told. */
  openTrust: told(ANYONE, nothing),
  openReport: told(ANYONE, nothing),
  /** For a check that needs the passphrase. */
  openPopup: told(ANYONE, nothing),
  /** For a popup that would close while a file is chosen. */
  openPopupWindow: told(OWN_PAGES, z.object({ tabId: z.exactOptional(integer), isPrivate: z.boolean() })),
  /** An upload has ended with no background to tell: this starts one, which takes it up. */
  uploadEnded: told(OWN_PAGES, nothing),
  getAccount: asked<AccountView>()(OWN_PAGES, z.object({ fresh: z.boolean() })),
  getSavedAccount: asked<SavedAccount>()(OWN_PAGES, nothing),
  /** What an administrator set of the settings. */
  getManagedSettings: asked<ManagedSettings>()(OWN_PAGES, nothing),
  /** What of an administrator's lists of sites names none. */
  getUnusableSites: asked<readonly string[]>()(OWN_PAGES, nothing),
  /** An empty secret stands for the saved one. Without a test only at the user's own wish. */
  saveAccount: asked<AccountView>()(OWN_PAGES, accountDraftSchema),
  /** False: the passphrase is wrong. */
  unlockAccount: asked<boolean>()(OWN_PAGES, z.object({ passphrase: z.string() })),
  signOut: told(OWN_PAGES, nothing),
  /** False: it is too late for that. */
  undoSignOut: asked<boolean>()(OWN_PAGES, nothing),
  clearResults: told(OWN_PAGES, nothing),
  /** In place of a history that cannot be used: that is deleted. */
  startNewHistory: told(OWN_PAGES, nothing),
  /** A kept result in words; undefined where it is not kept. */
  getResult: asked<ResultView | undefined>()(OWN_PAGES, aboutCheck),
  /** "My judgement"; left out: it is taken back. */
  judge: told(OWN_PAGES, z.object({ checkId: id, judgement: z.exactOptional(judgementSchema) })),
  removeResults: told(OWN_PAGES, aboutResults),
  /** Brings back those removed last, as they were. False: it is too late. */
  undoRemoval: asked<boolean>()(OWN_PAGES, nothing),
  /** Scrolls to the media of a check in its page and outlines it; false where it is not to be seen any more. */
  showInPage: asked<boolean>()(OWN_PAGES, aboutCheck),
  /** Shows a check's panel on its media; false where its tab shows another page by now, or no panel can be. */
  showCheck: asked<boolean>()(ANYONE, aboutCheck),
  /** Checks the media of a result anew, past any cache, in its tab; where that has gone, its page is opened and no more. */
  checkAgain: asked<'started' | 'page-opened'>()(OWN_PAGES, aboutCheck),
  /** Whether the background is at work on a message. Answered by the listener itself (receive.ts). */
  isInHand: asked<boolean>()(ANYONE, z.object({ messageId: z.string().check(z.maxLength(64)) })),
};

type Table = typeof TO_BACKGROUND;
type AnswerOf<One> = One extends Row<z.ZodMiniType, infer Answer> ? Answer : never;

/** Every message to the background: what it asks, and its answer. */
export type ToBackground = {
  readonly [Type in keyof Table]: {
    readonly request: Parsed<Table[Type]['request']>;
    readonly answer: AnswerOf<Table[Type]>;
  };
};
