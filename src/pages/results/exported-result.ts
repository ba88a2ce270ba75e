import type { CheckRecord, FrameVerdict, Judgement } from '../../core/check/check-record.ts';
import type { Version, VersionVerdict } from '../../core/check/firmness.ts';
import type { Headline, InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile, type MediaKind } from '../../core/check/media-reference.ts';
import type { PartPixels } from '../../core/check/part.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { headlineOfCheck } from '../../core/check/shown-verdict.ts';
import type { PartVerdict } from '../../core/check/timeline.ts';
import type { ErrorCode, ErrorData } from '../../core/errors/error-data.ts';
import { whatThisMeans } from '../../core/words/what-this-means.ts';
import { exportedAddress } from './exported-address.ts';
import { type ExportedFileMetadata, exportedFileMetadata, iso } from './exported-file-metadata.ts';

/**
 * One result as it is exported: docs/export-schema.json describes it. A field without a value is null, never left out. Made
 * field by field, so that nothing a record may hold one day is exported by accident.
 */
export interface ExportedResult {
  readonly id: string;
  readonly kind: MediaKind;
  /** By the inconclusive band at the time of the export; null where there is no verdict. */
  readonly headline: Headline | null;
  /** "What this means": what the verdict is worth, in the user's language; null where there is none. */
  readonly meaning: readonly string[] | null;
  /** The service's own word. */
  readonly isAi: boolean | null;
  /** The probability that the media is AI-generated, from 0 to 1. */
  readonly likelihood: number | null;
  /** The raw number of the service's answer. */
  readonly confidence: number | null;
  readonly serviceSeconds: number | null;
  /** The host of the service that gave the verdict. */
  readonly service: string | null;
  /** Why the check failed. */
  readonly failure: ExportedReason | null;
  /** Why the service was not asked. */
  readonly unjudged: ExportedReason | null;
  /** The verdicts on frames of a video, where they stand in the place of one on all of it. */
  readonly frames: readonly ExportedFrame[] | null;
  /** The verdicts on versions of the image, where the user asked how firm that on the image itself is. */
  readonly firmness: readonly ExportedVersion[] | null;
  /** The verdicts on parts of the video, where the user asked. */
  readonly timeline: readonly ExportedPart[] | null;
  /** What the user thinks of the verdict, where they said so. */
  readonly judgement: Judgement | null;
  readonly page: string | null;
  readonly frame: string | null;
  readonly media: string | null;
  /** Only the beginning of a very long media address was kept. */
  readonly isMediaCut: boolean;
  readonly fileName: string | null;
  readonly method: ReadReport['method'] | null;
  readonly type: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly convertedFrom: string | null;
  /** The pictures of a converted video were coded anew. */
  readonly isReencoded: boolean;
  /** The frame of an animation that was checked; the first is 1. */
  readonly frameNumber: number | null;
  /** Part of the picture was out of view. */
  readonly isPartial: boolean;
  /** Only this part of the image was checked, in pixels of it; `of` is the result of the whole. */
  readonly part: (PartPixels & { readonly of: string }) | null;
  /** The part of a video that was checked, in seconds. */
  readonly range: { readonly from: number; readonly to: number; readonly duration: number | null } | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** When BitMind gave the verdict: earlier than the check where it came from the cache. */
  readonly answeredAt: string | null;
  /** What the file says about itself; null where that was not looked at. */
  readonly fileSays: ExportedFileMetadata | null;
}

/** Why there is no verdict. */
export interface ExportedReason {
  readonly code: ErrorCode;
  readonly sentence: string;
}

/** The verdict on one frame. */
export interface ExportedFrame {
  /** Its place in the video, in seconds. */
  readonly at: number;
  readonly isAi: boolean;
  readonly likelihood: number | null;
}

/** The verdict on one version of an image. */
export interface ExportedVersion {
  readonly version: Version;
  readonly isAi: boolean;
  readonly likelihood: number | null;
}

/** The verdict on one part of a video. */
export interface ExportedPart {
  /** Where it begins and ends, in seconds. */
  readonly from: number;
  readonly to: number;
  readonly isAi: boolean;
  readonly likelihood: number | null;
}

/** What an export needs to know beside the results. */
export interface ExportRules {
  readonly band: InconclusiveBand;
  /** Addresses with all they have (exported-address.ts). */
  readonly isWhole: boolean;
  /** An error in the user's language. */
  readonly sentenceOf: (error: ErrorData) => string;
}

/** A check as it is exported. */
export function exportedResult(check: CheckRecord, { band, isWhole, sentenceOf }: ExportRules): ExportedResult {
  const { id, media, verdict, frames, firmness, timeline, sentTo, read, fileMetadata, error, unjudged } = check;
  const { startedAt, endedAt, answeredAt = endedAt } = check;
  const reason = (why: ErrorData | undefined) => (why ? { code: why.code, sentence: sentenceOf(why) } : null);
  const address = (url: string | undefined) => (url === undefined ? null : exportedAddress(url, isWhole));
  const page = isLocalFile(media) ? undefined : media;
  const headline = headlineOfCheck(check, band);
  return {
    id,
    kind: media.kind,
    headline: headline ?? null,
    meaning: headline ? whatThisMeans(check, headline) : null,
    isAi: verdict?.isAi ?? null,
    likelihood: verdict?.likelihood ?? null,
    confidence: verdict?.confidence ?? null,
    serviceSeconds: verdict?.serviceSeconds ?? null,
    service: sentTo ?? null,
    failure: reason(error),
    unjudged: reason(unjudged),
    frames: frames?.map(exportedFrame) ?? null,
    firmness: firmness?.map(exportedVersion) ?? null,
    timeline: timeline?.parts.map(exportedPart) ?? null,
    judgement: check.judgement ?? null,
    page: address(page?.pageUrl),
    frame: address(page?.frameUrl),
    media: address(page?.url),
    isMediaCut: page?.isUrlCut ?? false,
    fileName: isLocalFile(media) ? media.fileName : null,
    method: read?.method ?? null,
    type: read?.type ?? null,
    sizeBytes: read?.sizeBytes ?? null,
    sha256: read?.sha256 ?? null,
    convertedFrom: read?.convertedFrom ?? null,
    isReencoded: read?.isReencoded ?? false,
    frameNumber: read?.frameNumber ?? null,
    isPartial: read?.isPartial ?? false,
    part: partOf(check),
    range: rangeOf(read),
    startedAt: iso(startedAt),
    endedAt: endedAt === undefined ? null : iso(endedAt),
    answeredAt: (verdict || frames) && answeredAt !== undefined ? iso(answeredAt) : null,
    fileSays: fileMetadata ? exportedFileMetadata(fileMetadata) : null,
  };
}

function partOf({ part, read }: CheckRecord): ExportedResult['part'] {
  if (!part || !read?.part) return null;
  const { x, y, width, height } = read.part;
  return { x, y, width, height, of: part.parentId };
}

function rangeOf(read: ReadReport | undefined): ExportedResult['range'] {
  if (!read?.range) return null;
  const { fromSeconds, toSeconds, durationSeconds } = read.range;
  return { from: fromSeconds, to: toSeconds, duration: durationSeconds ?? null };
}

function exportedVersion({ version, isAi, likelihood }: VersionVerdict): ExportedVersion {
  return { version, isAi, likelihood: likelihood ?? null };
}

function exportedPart({ fromSeconds, toSeconds, isAi, likelihood }: PartVerdict): ExportedPart {
  return { from: fromSeconds, to: toSeconds, isAi, likelihood: likelihood ?? null };
}

function exportedFrame({ atSeconds, isAi, likelihood }: FrameVerdict): ExportedFrame {
  return { at: atSeconds, isAi, likelihood: likelihood ?? null };
}
