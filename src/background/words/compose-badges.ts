import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import type { BadgeView } from '../../core/protocol/page-run-view.ts';
import { likelihoodText, stateText } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { fileMetadataView } from '../../core/words/file-metadata-view.ts';
import { hasEnded } from '../store/check-state.ts';
import type { PageRun } from '../store/page-run.ts';

/** The badges of one frame: on each of its media that has a verdict, or could not be given one. */
export function composeBadges(
  run: PageRun,
  frameId: number,
  checkOf: (id: string) => CheckRecord | undefined,
  band: InconclusiveBand,
): BadgeView[] {
  return run.items.flatMap(({ key, frameId: itsFrame, checkId }) => {
    const check = checkId === undefined || itsFrame !== frameId ? undefined : checkOf(checkId);
    if (!check || !hasEnded(check.state) || check.state === 'cancelled') return [];
    const verdict = shownVerdict(check, band);
    const { error, fileMetadata, unjudged } = check;
    const said =
      fileMetadata && unjudged
        ? fileMetadataView(fileMetadata, undefined)
            .lines.map((line) => line.words)
            .join(' ')
        : undefined;
    const more = verdict ? likelihoodText(verdict) : (said ?? (error && errorWords(error).sentence));
    const words = [stateText(check, verdict), ...(more ? [more] : [])].join(' · ');
    return [{ key, checkId: check.id, words, tone: verdict?.headline ?? (unjudged ? 'inconclusive' : 'failed') }];
  });
}
