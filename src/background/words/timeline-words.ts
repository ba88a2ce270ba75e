import type { CheckRecord } from '../../core/check/check-record.ts';
import { headlineOf, type InconclusiveBand } from '../../core/check/headline.ts';
import type { PartVerdict } from '../../core/check/timeline.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { headlineText } from '../../core/words/check-words.ts';
import { numberText, percentText } from '../../core/words/numbers.ts';
import { playTimeText } from '../../core/words/time-words.ts';
import { partsToJudge } from '../store/check-state.ts';
import { spreadText } from './firmness-words.ts';

/** The parts of a video that were judged by themselves, in words and over time; nothing where nobody asked. Never a second headline. */
export function timelineView({ timeline, read }: CheckRecord, band: InconclusiveBand): Pick<PanelView, 'timeline'> {
  if (!timeline) return {};
  const { sentCount, parts } = timeline;
  const duration = Math.max(read?.durationSeconds ?? 0, parts.at(-1)?.toSeconds ?? 0);
  const count = numberText(parts.length);
  const missing = parts.length < sentCount ? [translate('timelineUnanswered', count, numberText(sentCount))] : [];
  return {
    timeline: {
      words: factsLine([translate('timelineAnswer', count, spreadText(parts, band)), ...missing]),
      parts: parts.map((part) => ({
        words: partText(part, band),
        tone: headlineOf(part, band),
        ...(part.likelihood !== undefined && { fraction: part.likelihood }),
        from: part.fromSeconds / duration,
      })),
    },
  };
}

/** What is said while they are judged. */
export function timelineRunning(check: CheckRecord): string {
  return translate('timelineRunning', numberText(partsToJudge(check) ?? 0));
}

/** What that costs at most, to be read before: what cannot be cut is not sent. */
export function timelineCost(check: CheckRecord): string {
  return translate('timelineCost', numberText(partsToJudge(check) ?? 0));
}

/** Where each part is, and its likelihood: "0:10–0:14: 91%"; its headline where no number is known. */
export function timelineDetail({ timeline }: CheckRecord, band: InconclusiveBand): readonly string[] {
  return (timeline?.parts ?? []).map((part) => {
    const { likelihood } = part;
    const result = likelihood === undefined ? headlineText(headlineOf(part, band)) : percentText(likelihood);
    return translate('frameAt', timeText(part), result);
  });
}

/** "0:10–0:14 · 91% · Likely AI-generated". */
function partText(part: PartVerdict, band: InconclusiveBand): string {
  const { likelihood } = part;
  return factsLine([
    timeText(part),
    ...(likelihood === undefined ? [] : [percentText(likelihood)]),
    headlineText(headlineOf(part, band)),
  ]);
}

function timeText({ fromSeconds, toSeconds }: PartVerdict): string {
  return `${playTimeText(fromSeconds)}–${playTimeText(toSeconds)}`;
}
