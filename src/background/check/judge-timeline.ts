import type { PartVerdict } from '../../core/check/timeline.ts';
import type { VideoClip } from '../../core/protocol/document-work.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { type BatchResult, tooFewJudged } from '../service/outcome.ts';
import { batchLimits } from '../service/send-media.ts';
import { partsToJudge } from '../store/check-state.ts';
import type { CheckContext } from './check-context.ts';
import { lookCloser } from './look-closer.ts';
import { readVideoAgain } from './read-again.ts';

/** One part alone is no timeline. */
const FEWEST_ANSWERED = 2;

/** Judges a long video in parts: it is read once more, and clips of it are sent, one of the beginning of each part. */
export function judgeTimeline(context: CheckContext, id: string): Promise<void> {
  return lookCloser(context, id, {
    isPossible: (check) => !check.timeline && partsToJudge(check) !== undefined,
    async look(check, { signal, judge }) {
      const { video: file } = await readVideoAgain(context, check, signal);
      const { maxBytes } = batchLimits('video');
      const order = { file, seconds: check.read?.durationSeconds ?? 0, count: partsToJudge(check) ?? 0, maxBytes };
      const clips = await inDocument().cutVideo(order, { signal });
      const results = await judge(clips.map(({ video }) => video));
      const parts = verdictsOf(clips, results);
      if (parts.length < FEWEST_ANSWERED) throw tooFewJudged(results);
      return { timeline: { sentCount: clips.length, parts } };
    },
  });
}

/** What was answered of the clips; what was not is left out. */
function verdictsOf(clips: readonly VideoClip[], results: readonly BatchResult[]): PartVerdict[] {
  return clips.flatMap(({ fromSeconds, toSeconds }, index): PartVerdict[] => {
    const result = results[index];
    if (!result || 'failed' in result) return [];
    const { isAi, likelihood } = result;
    return [{ fromSeconds, toSeconds, isAi, ...(likelihood !== undefined && { likelihood }) }];
  });
}
