import type { CheckRecord } from '../../core/check/check-record.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import { secondsText, sizeText } from '../../core/words/numbers.ts';

/** Speed and time left are told once they mean something, in milliseconds. */
const MEANINGFUL_AFTER_MS = 1_500;

/**
 * How a video's bytes get on: "12 MB of 48 MB · 3.1 MB/s · 12 sec left". Undefined for images, which are there before
 * anybody has read it, and while nothing is on its way. `nowMs` is epoch milliseconds.
 */
export function transferText({ media, progress }: CheckRecord, nowMs = Date.now()): string | undefined {
  const transfer = progress?.transfer;
  if (media.kind !== 'video' || !transfer) return undefined;
  const { doneBytes, totalBytes, startedAt } = transfer;
  const elapsedMs = nowMs - startedAt;
  const perSecond = elapsedMs > MEANINGFUL_AFTER_MS ? (doneBytes / elapsedMs) * 1_000 : 0;
  const done =
    totalBytes === undefined ? sizeText(doneBytes) : translate('transferOf', sizeText(doneBytes), sizeText(totalBytes));
  const speed = perSecond > 0 ? [translate('perSecond', sizeText(perSecond))] : [];
  const left =
    totalBytes !== undefined && perSecond > 0
      ? [translate('transferLeft', secondsText(Math.ceil((totalBytes - doneBytes) / perSecond)))]
      : [];
  return factsLine([done, ...speed, ...left]);
}
