import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { BadgeView } from '../../core/protocol/page-run-view.ts';
import { awaitsClick, outcomeText, toneOf } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { hasEnded } from '../store/check-state.ts';
import type { PageItem } from '../store/page-run.ts';
import { fileMetadataView } from './file-metadata-view.ts';
import { fileSaysBriefly } from './file-says-briefly.ts';
import { likelihoodView } from './likelihood-words.ts';

/** What a badge says, wherever it is. */
type BadgeWords = Omit<BadgeView, 'key'>;

/**
 * Makes what composes the badges of one frame: one on each of its media that has a verdict, or could not be given one. The words of
 * a check that has ended are made once: hundreds of badges are posted again whenever one comes.
 */
export function badgeComposer() {
  let worded = new WeakMap<CheckRecord, BadgeWords>();
  let wordedBand: InconclusiveBand | undefined;

  function wordsOf(check: CheckRecord, band: InconclusiveBand): BadgeWords {
    const words = worded.get(check) ?? badgeWords(check, band);
    worded.set(check, words);
    return words;
  }

  return (
    items: readonly PageItem[],
    frameId: number,
    checkOf: (id: string) => CheckRecord | undefined,
    band: InconclusiveBand,
  ): BadgeView[] => {
    if (wordedBand?.low !== band.low || wordedBand.high !== band.high) worded = new WeakMap();
    wordedBand = band;
    return items.flatMap(({ key, frameId: itsFrame, checkId }) => {
      const check = checkId === undefined || itsFrame !== frameId ? undefined : checkOf(checkId);
      return isBadged(check) ? [{ key, ...wordsOf(check, band) }] : [];
    });
  };
}

/** Whether its media gets a badge. */
export function isBadged(check: CheckRecord | undefined): check is CheckRecord {
  return check !== undefined && hasEnded(check.state) && check.state !== 'cancelled';
}

function badgeWords(check: CheckRecord, band: InconclusiveBand): BadgeWords {
  const verdict = shownVerdict(check, band);
  const { error, fileMetadata, unjudged } = check;
  const said =
    fileMetadata && unjudged
      ? fileMetadataView(fileMetadata)
          .lines.map((line) => line.words)
          .join(' ')
      : undefined;
  const state = outcomeText(check, verdict);
  const { percent, leaning } = (verdict && likelihoodView(verdict)) ?? {};
  const brief = fileSaysBriefly(check);
  const withoutVerdict = awaitsClick(check)
    ? [translate('badgeCheck'), state]
    : [state, said ?? (error && errorWords(error).sentence)];
  const parts = verdict ? [percent, state, leaning, brief?.words] : withoutVerdict;
  const words = factsLine(parts.flatMap((part) => part || []));
  return { checkId: check.id, words, tone: toneOf(check, verdict), ...(brief && { sign: brief.kind }) };
}
