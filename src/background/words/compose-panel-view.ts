import { type CheckRecord, hasEnded, isRunning, type ReadReport } from '../../core/check/check-record.ts';
import { type CheckView, viewOf } from '../../core/check/check-view.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { type Question, type SendQuestion, type SendReason, SITE_REASONS } from '../../core/check/question.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { formatText, likelihoodText, rangeText, standingText } from '../../core/words/check-words.ts';
import { type Build, diagnosticsOf } from '../../core/words/diagnostics.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { fileMetadataView } from '../../core/words/file-metadata-view.ts';
import { frameBars, framesLines } from '../../core/words/frames-words.ts';
import { numberText, sizeText } from '../../core/words/numbers.ts';
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
  const view = viewOf(check, rules.band);
  const mayCapture = rules.mayCapture && !isLocalFile(check.media); // A file is on no screen.
  const { id: checkId, read, fileMetadata } = view;
  return {
    checkId,
    isRunning: isRunning(view.state),
    hasEnded: hasEnded(view.state),
    ...(read && { subject: subjectText(read) }),
    ...outcome(view, mayCapture),
    buttons: panelButtons(view, mayCapture),
    ...(fileMetadata && { fileMetadata: fileMetadataView(fileMetadata, view.verdict?.headline) }),
    details: panelDetails(view, rules.manifest),
    ...(rules.build && hasEnded(view.state) && { diagnostics: diagnosticsOf(check, rules.build) }),
  };
}

/** Type and size of what is checked, and what became of the original. */
function subjectText({ type, sizeBytes, convertedFrom, isFirstFrame }: ReadReport): string {
  const converted = isFirstFrame ? 'convertedFirstFrame' : 'convertedFrom';
  return factsLine([
    formatText(type),
    sizeText(sizeBytes),
    ...(convertedFrom === undefined ? [] : [translate(converted, convertedFrom)]),
  ]);
}

function outcome(view: CheckView, mayCapture: boolean): Outcome {
  const { state, question, verdict, error, unjudged } = view;
  if (isRunning(state)) {
    const transfer = transferText(view);
    return { lines: [{ words: standingText(view) }, ...(transfer ? [{ words: transfer, isQuiet: true }] : [])] };
  }
  if (question) return questionOutcome(question, mayCapture);
  if (verdict) return verdictOutcome(view, verdict);
  if (unjudged) return unjudgedOutcome(view, unjudged);
  const headline = { words: standingText(view), tone: error ? 'failed' : 'inconclusive' } as const;
  if (!error) return { headline, lines: [] };
  const { sentence, quote } = errorWords(error, { offersScreen: mayCapture });
  return { headline, lines: [{ words: sentence }, ...(quote ? [{ words: quote, isQuiet: true }] : [])] };
}

/** What the file says is all there is; one line offers more. */
function unjudgedOutcome(view: CheckView, unjudged: ErrorData): Outcome {
  const isSignedOut = unjudged.code === 'not-signed-in';
  const words = isSignedOut ? translate('unjudgedOffer') : errorWords(unjudged).sentence;
  return { headline: { words: standingText(view), tone: 'inconclusive' }, lines: [{ words, isQuiet: true }] };
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
        ...(isAboutSite && { rememberWords: translate('dontAskAgain') }),
      };
    }
  }
}

function reasonText(reason: SendReason, { site = '', sentTo, size, sizeBytes = 0 }: SendQuestion): string {
  switch (reason) {
    case 'private-network':
      return translate('askPrivateNetwork', site, sentTo);
    case 'local-file':
      return translate('askLocalFile', sentTo);
    case 'private-window':
      return translate('askPrivateWindow', sentTo);
    case 'camera':
      return translate('askCamera', sentTo);
    case 'large':
      return translate('askLarge', sizeText(sizeBytes), sentTo);
    case 'very-small':
      return translate('askVerySmall', numberText(size?.width ?? 0), numberText(size?.height ?? 0), sentTo);
  }
}

function verdictOutcome(view: CheckView, verdict: NonNullable<CheckView['verdict']>): Outcome {
  const likelihood = likelihoodText(verdict);
  const screenNote = view.read?.isPartial ? 'fromScreenPartNote' : 'fromScreenNote';
  return {
    headline: { words: standingText(view), tone: verdict.headline },
    ...(verdict.likelihood !== undefined && { meter: verdict.likelihood }),
    ...(verdict.frames && { bars: frameBars(verdict.frames) }),
    lines: [
      ...(likelihood ? [{ words: likelihood }] : []),
      ...(verdict.frames ? framesLines(verdict.frames, view.read?.method) : []),
      ...(view.read?.method === 'screen' ? [{ words: translate(screenNote), isQuiet: true }] : []),
      ...(view.read?.range ? [{ words: rangeText(view.read.range), isQuiet: true }] : []),
    ],
  };
}
