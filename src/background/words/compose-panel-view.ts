import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { Question, SendQuestion, SendReason } from '../../core/check/question.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { type ShownVerdict, shownVerdict } from '../../core/check/shown-verdict.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { formatText, imageConversionText, likelihoodText, rangeText, stateText } from '../../core/words/check-words.ts';
import { type Build, diagnosticsOf } from '../../core/words/diagnostics.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { fileMetadataView } from '../../core/words/file-metadata-view.ts';
import { frameBars, framesLines } from '../../core/words/frames-words.ts';
import { numberText, sizeText } from '../../core/words/numbers.ts';
import { SITE_REASONS } from '../read/reasons-to-ask.ts';
import { hasEnded, isRunning } from '../store/check-state.ts';
import { panelButtons } from './panel-buttons.ts';
import { panelDetails } from './panel-details.ts';
import { transferText } from './transfer-text.ts';

type Outcome = Pick<
  PanelView,
  'headline' | 'meter' | 'bars' | 'lines' | 'accessOrigin' | 'rememberWords' | 'isChoosing'
>;

/** What the user and the administrator set that a panel depends on. */
export interface PanelRules {
  readonly band: InconclusiveBand;
  /** The administrator leaves screen capture on. */
  readonly mayCapture: boolean;
  /** What runs; left out where diagnostics come later, with the feed. */
  readonly build?: Build;
  /** The manifest store of its file as JSON, where it is remembered. */
  readonly manifest?: string;
}

/** Puts a check into the words its panel shows. Runs in the background: the page gets no more than this. */
export function composePanelView(check: CheckRecord, rules: PanelRules): PanelView {
  const verdict = shownVerdict(check, rules.band);
  const mayCapture = rules.mayCapture && !isLocalFile(check.media); // A file is on no screen.
  const { id: checkId, state, thumbnail, read, fileMetadata } = check;
  return {
    checkId,
    isRunning: isRunning(state),
    hasEnded: hasEnded(state),
    isComplete: hasEnded(state) && !check.isReadingFile,
    ...(thumbnail && { thumbnail }),
    ...(read && { subject: subjectText(read) }),
    ...outcome(check, verdict, mayCapture),
    buttons: panelButtons(check, mayCapture),
    ...(fileMetadata && { fileMetadata: fileMetadataView(fileMetadata, verdict?.headline) }),
    details: panelDetails(check, verdict, rules.manifest),
    ...(rules.build && hasEnded(state) && { diagnostics: diagnosticsOf(check, rules.build) }),
  };
}

/** Type and size of what is checked, and what became of the original. */
function subjectText(read: ReadReport): string {
  return factsLine([formatText(read.type), sizeText(read.sizeBytes), ...imageConversionText(read)]);
}

function outcome(check: CheckRecord, verdict: ShownVerdict | undefined, mayCapture: boolean): Outcome {
  const { state, question, error, unjudged } = check;
  const words = stateText(check, verdict);
  if (isRunning(state)) {
    const transfer = transferText(check);
    return { lines: [{ words }, ...(transfer ? [{ words: transfer, isQuiet: true }] : [])] };
  }
  if (question) return questionOutcome(question, mayCapture);
  if (verdict) return verdictOutcome(check, verdict, words);
  if (unjudged) return unjudgedOutcome(unjudged, words);
  const headline = { words, tone: error ? 'failed' : 'inconclusive' } as const;
  if (!error) return { headline, lines: [] };
  const { sentence, quote } = errorWords(error, { offersScreen: mayCapture });
  return { headline, lines: [{ words: sentence }, ...(quote ? [{ words: quote, isQuiet: true }] : [])] };
}

/** What the file says is all there is; one line offers more. */
function unjudgedOutcome(unjudged: ErrorData, words: string): Outcome {
  const isSignedOut = unjudged.code === 'not-signed-in';
  const offer = isSignedOut ? translate('unjudgedOffer') : errorWords(unjudged).sentence;
  return { headline: { words, tone: 'inconclusive' }, lines: [{ words: offer, isQuiet: true }] };
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
      return { lines: [{ words: translate('askWhichPicture') }], isChoosing: true };
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

function verdictOutcome({ read }: CheckRecord, verdict: ShownVerdict, words: string): Outcome {
  const likelihood = likelihoodText(verdict);
  const screenNote = read?.isPartial ? 'fromScreenPartNote' : 'fromScreenNote';
  return {
    headline: { words, tone: verdict.headline },
    ...(verdict.likelihood !== undefined && { meter: verdict.likelihood }),
    ...(verdict.frames && { bars: frameBars(verdict.frames) }),
    lines: [
      ...(likelihood ? [{ words: likelihood }] : []),
      ...(verdict.frames ? framesLines(verdict.frames, read?.method) : []),
      ...(read?.method === 'screen' ? [{ words: translate(screenNote), isQuiet: true }] : []),
      ...(read?.range ? [{ words: rangeText(read.range), isQuiet: true }] : []),
    ],
  };
}
