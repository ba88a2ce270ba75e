import { recordClip } from '../../media/video/record-clip.ts';
import type { ToClipScript } from '../../messaging/protocol.ts';
import { receiveFromBackground } from '../../messaging/receive-in-page.ts';
import { claimFrame } from './claim-frame.ts';
import { elementOfCheck } from './found-elements.ts';

/** Records clips of what is playing in this frame, on the background's word. */
export function startClipScript(): void {
  if (!claimFrame('clip')) return;
  const recording = new Map<string, AbortController>();
  receiveFromBackground<ToClipScript>({
    async recordClip({ checkId, seconds }) {
      const video = elementOfCheck(checkId);
      if (!(video instanceof HTMLVideoElement)) return { refused: 'gone' };
      const controller = new AbortController();
      recording.set(checkId, controller);
      try {
        return await recordClip(video, seconds, controller.signal);
      } finally {
        recording.delete(checkId);
      }
    },
    stopClip({ checkId }) {
      recording.get(checkId)?.abort();
      return undefined;
    },
  });
}
