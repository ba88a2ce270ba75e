import type { PartPixels } from '../../core/check/part.ts';
import type { ClipRange, ReadReport } from '../../core/check/read-report.ts';
import { factsLine, translate, translateCount } from '../../core/i18n.ts';
import { momentText, numberText } from '../../core/words/numbers.ts';
import { playTimeText } from '../../core/words/time-words.ts';

/** Which part of a video was checked. */
export function rangeText({ fromSeconds, toSeconds, durationSeconds }: ClipRange): string {
  const [from, to] = [playTimeText(fromSeconds), playTimeText(toSeconds)];
  return durationSeconds === undefined
    ? translate('range', from, to)
    : translate('rangeOf', from, to, playTimeText(durationSeconds));
}

/** Which part of an image was checked. */
export function partText({ x, y, width, height }: PartPixels): string {
  const [across, down, left, top] = [width, height, x, y].map(numberText);
  return factsLine([
    translate('partOfImage'),
    translate('partPixels', across ?? '', down ?? '', left ?? '', top ?? ''),
  ]);
}

/** Whether BitMind was asked, or had judged the same bytes before. */
export function sourceText(answeredAt: number | undefined): string {
  return answeredAt === undefined ? translate('sourceService') : translate('sourceKnown', momentText(answeredAt));
}

/** What an image was converted from, and which frame of it was taken. */
export function imageConversionText({ convertedFrom, frameNumber = 0 }: ReadReport): readonly string[] {
  if (convertedFrom === undefined) return [];
  const words = (['convertedFrom', 'convertedFirstFrame'] as const)[frameNumber] ?? 'convertedFrame';
  return [translate(words, convertedFrom, String(frameNumber))];
}

/** What became of a video's pictures when its container was changed. */
export function conversionText(convertedFrom: string, isReencoded = false): string {
  return translate(isReencoded ? 'conversionCodedAnew' : 'conversionCopied', convertedFrom);
}

/** Where the name is not the type in capitals. */
const FORMAT_NAMES: Readonly<Record<string, string>> = { webp: 'WebP', quicktime: 'MOV', 'x-msvideo': 'AVI' };

/** What was read, as people write it: `image/jpeg` is "JPEG", and frames of a video are "16 frames", whatever each is coded as. */
export function formatText({ type, frameSeconds }: ReadReport): string {
  if (frameSeconds) return translateCount('frameCount', frameSeconds.length);
  const name = type.replace(/^(image|video)\//, '');
  return FORMAT_NAMES[name] ?? name.toUpperCase();
}
