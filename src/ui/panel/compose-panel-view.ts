import { type CheckRecord, hasEnded, isRunning, type ReadReport } from '../../check/check-record.ts';
import { type CheckView, viewOf } from '../../check/check-view.ts';
import type { InconclusiveBand } from '../../check/headline.ts';
import { translate } from '../../i18n.ts';
import type { PanelView } from '../../messaging/panel-view.ts';
import { formatText, likelihoodText, standingText } from '../shared/check-words.ts';
import { errorWords } from '../shared/error-sentence.ts';
import { sizeText } from '../shared/numbers.ts';
import { panelButtons } from './panel-buttons.ts';
import { panelDetails } from './panel-details.ts';

type Outcome = Pick<PanelView, 'headline' | 'meter' | 'lines' | 'accessOrigin'>;

/** What the user and the administrator set that a panel depends on. */
export interface PanelRules {
  readonly band: InconclusiveBand;
  /** The administrator leaves screen capture on. */
  readonly mayCapture: boolean;
}

/** Puts a check into the words its panel shows. Runs in the background: the page gets no more than this. */
export function composePanelView(check: CheckRecord, { band, mayCapture }: PanelRules): PanelView {
  const view = viewOf(check, band);
  const { id: checkId, read } = view;
  return {
    checkId,
    isRunning: isRunning(view.state),
    hasEnded: hasEnded(view.state),
    ...(read && { subject: subjectText(read) }),
    ...outcome(view, mayCapture),
    buttons: panelButtons(view, mayCapture),
    details: panelDetails(view),
  };
}

/** Type and size of what is checked, and what became of the original. */
function subjectText({ type, sizeBytes, convertedFrom, isFirstFrame }: ReadReport): string {
  const converted = isFirstFrame ? 'convertedFirstFrame' : 'convertedFrom';
  return [
    formatText(type),
    sizeText(sizeBytes),
    ...(convertedFrom === undefined ? [] : [translate(converted, convertedFrom)]),
  ].join(' · ');
}

function outcome(view: CheckView, mayCapture: boolean): Outcome {
  const { state, question, verdict, error } = view;
  if (isRunning(state)) return { lines: [{ words: standingText(view) }] };
  if (question) {
    const { host } = new URL(question.origin);
    return {
      lines: [{ words: translate(mayCapture ? 'askSiteAccess' : 'askSiteAccessOnly', host) }],
      accessOrigin: question.origin,
    };
  }
  if (verdict) return verdictOutcome(view, verdict);
  const headline = { words: standingText(view), tone: error ? 'failed' : 'inconclusive' } as const;
  if (!error) return { headline, lines: [] };
  const { sentence, quote } = errorWords(error);
  return { headline, lines: [{ words: sentence }, ...(quote ? [{ words: quote, isQuiet: true }] : [])] };
}

function verdictOutcome(view: CheckView, verdict: NonNullable<CheckView['verdict']>): Outcome {
  const likelihood = likelihoodText(verdict);
  const screenNote = view.read?.isPartial ? 'fromScreenPartNote' : 'fromScreenNote';
  return {
    headline: { words: standingText(view), tone: verdict.headline },
    ...(verdict.likelihood !== undefined && { meter: verdict.likelihood }),
    lines: [
      ...(likelihood ? [{ words: likelihood }] : []),
      ...(view.read?.method === 'screen' ? [{ words: translate(screenNote), isQuiet: true }] : []),
    ],
  };
}
