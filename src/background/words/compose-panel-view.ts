import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import type { Question, SendQuestion, SendReason } from '../../core/check/question.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { type ShownFrames, type ShownVerdict, shownVerdict } from '../../core/check/shown-verdict.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { agoText } from '../../core/words/ago-text.ts';
import { awaitsClick, toneOf } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { numberText, sizeText } from '../../core/words/numbers.ts';
import { SITE_REASONS } from '../read/reasons-to-ask.ts';
import { hasEnded, isRunning } from '../store/check-state.ts';
import { type Build, diagnosticsOf } from './diagnostics.ts';
import { fileBeingRead, fileMetadataView, fileWarnings } from './file-metadata-view.ts';
import { firmnessCost, firmnessRunning, firmnessView, type Measuring, measuringLines } from './firmness-words.ts';
import { framesLines } from './frames-words.ts';
import { likelihoodView } from './likelihood-words.ts';
import { meaningView } from './meaning-view.ts';
import { panelButtons } from './panel-buttons.ts';
import { panelDetails } from './panel-details.ts';
import { formatText, imageConversionText, partText, rangeText } from './read-words.ts';
import { stateText } from './state-text.ts';
import { timelineCost, timelineRunning, timelineView } from './timeline-words.ts';
import { transferText } from './transfer-text.ts';

type Outcome = Pick<
  PanelView,
  | 'headline'
  | 'likelihood'
  | 'inconclusiveRange'
  | 'age'
  | 'bars'
  | 'lines'
  | 'accessOrigin'
  | 'rememberWords'
  | 'choices'
>;

/** What the user and the administrator set that a panel depends on. */
export interface PanelRules {
  readonly band: InconclusiveBand;
  /** The administrator leaves screen capture on. */
  readonly mayCapture: boolean;
  /** The services that may be offered to look elsewhere; left out: all. */
  readonly services?: readonly string[] | undefined;
  /** What ends is kept, and so among the results. */
  readonly keepsResults?: boolean;
  /** The administrator lets more than original files be sent: what is made of them too. */
  readonly mayAlter: boolean;
  /** What runs; left out where diagnostics come later, with the feed. */
  readonly build?: Build;
  /** The Content Credentials of its file, where they are at hand. */
  readonly whole?: WholeCredentials;
  /** How finding out how firm the verdict is stands. */
  readonly measuring?: Measuring;
  /** It is shown in the page, and not in one of the extension's own. */
  readonly isInPage?: boolean;
}

/** Puts a check into the words its panel shows. Runs in the background: the page gets no more than this. */
export function composePanelView(check: CheckRecord, rules: PanelRules): PanelView {
  const verdict = shownVerdict(check, rules.band);
  const mayCapture = rules.mayCapture && !isLocalFile(check.media) && !check.part; // A file is on no screen.
  const shown = outcome(check, verdict, mayCapture, rules.band);
  const buttons = panelButtons(check, { ...rules, mayCapture });
  // That goes on by itself after a yes in a window of its own (Firefox).
  const isAsking = buttons.some(({ action }) => action === 'allow-all-sites');
  const { id: checkId, state, thumbnail, read, part, fileMetadata } = check;
  return {
    checkId,
    isRunning: isRunning(state),
    hasEnded: hasEnded(state),
    isComplete: hasEnded(state) && !check.isReadingFile && !rules.measuring?.stop && !isAsking,
    ...(thumbnail && { thumbnail }),
    ...(part && { parentId: part.parentId }),
    ...(read && { subject: subjectText(check.media.kind, read) }),
    ...shown,
    ...firmnessView(check, rules.band),
    ...timelineView(check, rules.band),
    lines: [
      ...notAgainLines(check),
      ...fileWarnings(fileMetadata, verdict?.headline),
      ...shown.lines,
      ...measuringLines(
        rules.measuring ?? {},
        check.media.kind === 'video' ? timelineRunning(check) : firmnessRunning(),
      ),
    ],
    buttons,
    ...meaningView(check, verdict?.headline, rules.services),
    ...(buttons.at(-1)?.action === 'check-firmness' && { cost: firmnessCost() }),
    ...(buttons.at(-1)?.action === 'check-by-parts' && { cost: timelineCost(check) }),
    ...fileSays(check, rules),
    details: panelDetails(check, verdict, rules.whole?.json),
    ...(rules.build && hasEnded(state) && { diagnostics: diagnosticsOf(check, rules.build) }),
  };
}

/** Kind and size of what is checked, and what became of the original. A video is named as one, however its frames were taken. */
function subjectText(kind: MediaReference['kind'], read: ReadReport): string {
  const { type, sizeBytes, frameSeconds } = read;
  const video = kind === 'video' ? [translate('kindVideo')] : [];
  if (frameSeconds) return factsLine([...video, formatText(read)]);
  const isStill = kind === 'video' && type.startsWith('image/');
  return factsLine([
    ...video,
    ...(isStill ? [] : [formatText(read)]),
    sizeText(sizeBytes),
    ...imageConversionText(read),
  ]);
}

function fileSays(
  { fileMetadata, isReadingFile, media, state }: CheckRecord,
  { whole, keepsResults }: PanelRules,
): Pick<PanelView, 'fileMetadata'> {
  if (fileMetadata) {
    const view = fileMetadataView(fileMetadata, whole?.pictures);
    // The page of results has the tree, of what is kept.
    const hasTree = whole && view.claims && keepsResults && hasEnded(state) && !media.isPrivate;
    const buttons = hasTree ? [{ words: translate('inspect'), action: 'inspect' } as const] : [];
    return { fileMetadata: { ...view, buttons } };
  }
  return isReadingFile ? { fileMetadata: { ...fileBeingRead(media), buttons: [] } } : {};
}

function outcome(
  check: CheckRecord,
  verdict: ShownVerdict | undefined,
  mayCapture: boolean,
  band: InconclusiveBand,
): Outcome {
  const { state, question, error, unjudged } = check;
  const words = stateText(check, verdict);
  if (isRunning(state)) {
    const transfer = transferText(check);
    return { lines: [{ words }, ...(transfer ? [{ words: transfer, tone: 'quiet' as const }] : [])] };
  }
  if (question) return questionOutcome(question, mayCapture);
  if (verdict) return verdictOutcome(check, verdict, words, band);
  if (unjudged) return unjudgedOutcome(unjudged, words);
  const headline = { words, tone: error ? toneOf(check, verdict) : 'no-verdict' } as const;
  if (!error || awaitsClick(check)) return { headline, lines: [] };
  const { sentence, quote } = errorWords(error, { offersScreen: mayCapture });
  return { headline, lines: [{ words: sentence }, ...(quote ? [{ words: quote, tone: 'quiet' as const }] : [])] };
}

/** What the file says is all there is; one line says why. */
function unjudgedOutcome(unjudged: ErrorData, words: string): Outcome {
  const isSignedOut = unjudged.code === 'not-signed-in';
  const why = isSignedOut ? translate('unjudgedReadHere') : errorWords(unjudged).sentence;
  return { headline: { words, tone: 'local' }, lines: [{ words: why, tone: 'quiet' as const }] };
}

function questionOutcome(question: Question, mayCapture: boolean): Outcome {
  switch (question.kind) {
    case 'site-access': {
      const { host } = new URL(question.origin);
      const withScreen = mayCapture ? 'askSiteAccess' : 'askSiteAccessOnly';
      const words = translate(question.isUnsent ? 'askSiteAccessToRead' : withScreen, host);
      return { lines: [{ words }], accessOrigin: question.origin };
    }
    case 'which-picture':
      return { lines: [{ words: translate('askWhichPicture') }], choices: question.count ?? 0 };
    case 'before-sending': {
      const isAboutSite = question.reasons.every((reason) => SITE_REASONS.includes(reason));
      return {
        lines: question.reasons.map((reason) => ({ words: reasonText(reason, question) })),
        ...(isAboutSite && question.sentTo !== undefined && { rememberWords: translate('dontAskAgain') }),
      };
    }
  }
}

function reasonText(reason: SendReason, question: SendQuestion): string {
  const { site = '', sentTo = '', size, sizeBytes = 0 } = question;
  const isToRead = question.sentTo === undefined;
  switch (reason) {
    case 'private-network':
      return translate(isToRead ? 'askPrivateNetworkToRead' : 'askPrivateNetwork', site, sentTo);
    case 'local-file':
      return translate(isToRead ? 'askLocalFileToRead' : 'askLocalFile', sentTo);
    case 'private-window':
      return translate(isToRead ? 'askPrivateWindowToRead' : 'askPrivateWindow', sentTo);
    case 'camera':
      return translate('askCamera', sentTo);
    case 'large':
      return translate('askLarge', sizeText(sizeBytes), sentTo);
    case 'very-small':
      return translate('askVerySmall', numberText(size?.width ?? 0), numberText(size?.height ?? 0), sentTo);
  }
}

function verdictOutcome(
  { read, answeredAt }: CheckRecord,
  verdict: ShownVerdict,
  words: string,
  band: InconclusiveBand,
): Outcome {
  const likelihood = likelihoodView(verdict);
  const note = notOriginalNote(read);
  return {
    headline: { words, tone: verdict.headline },
    ...(likelihood && { likelihood, inconclusiveRange: band }),
    ...(answeredAt !== undefined && { age: translate('checkedAgo', agoText(answeredAt)) }),
    ...(verdict.frames && { bars: frameBars(verdict.frames) }),
    lines: [
      ...(verdict.frames ? framesLines(verdict.frames, read?.method) : []),
      ...(note ? [{ words: translate(note), tone: 'quiet' as const }] : []),
      ...(read?.part ? [{ words: partText(read.part), tone: 'quiet' as const }] : []),
      ...(read?.range ? [{ words: rangeText(read.range), tone: 'quiet' as const }] : []),
    ],
  };
}

/** Why the verdict is the earlier one, where it was to be checked again. */
function notAgainLines({ notCheckedAgain }: CheckRecord): PanelView['lines'] {
  if (!notCheckedAgain) return [];
  return [
    { words: translate('notCheckedAgain'), tone: 'warning' },
    { words: errorWords(notCheckedAgain).sentence, tone: 'quiet' },
  ];
}

/** What is said beside a verdict on what is not the original file; of frames their own lines say it. */
function notOriginalNote(read: ReadReport | undefined): MessageKey | undefined {
  if (read?.method === 'screen') return read.isPartial ? 'fromScreenPartNote' : 'fromScreenNote';
  if (read?.method === 'pixels') return 'methodPixels';
  return read?.method === 'clip' ? 'methodClip' : undefined;
}

/** A bar for each frame; the same stands in words under Details. */
function frameBars({ each }: ShownFrames): NonNullable<PanelView['bars']> {
  return each.map(({ headline, likelihood }) => ({ tone: headline, ...(likelihood !== undefined && { likelihood }) }));
}
