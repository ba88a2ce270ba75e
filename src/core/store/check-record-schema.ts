import type { CheckRecord } from '../check/check-record.ts';
import type { ErrorData } from '../errors/error-data.ts';
import { z } from '../schema.ts';
import { fileMetadataSchema } from './file-metadata-schema.ts';

const verdictSchema = z.object({
  isAi: z.boolean(),
  likelihood: z.exactOptional(z.number()),
  confidence: z.exactOptional(z.number()),
  serviceSeconds: z.exactOptional(z.number()),
});

const readSchema = z.object({
  method: z.enum([
    'page',
    'direct',
    'direct-with-cookies',
    'direct-with-referrer',
    'pixels',
    'screen',
    'clip',
    'frames',
    'screen-frames',
    'file',
  ]),
  type: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  convertedFrom: z.exactOptional(z.string()),
  isReencoded: z.exactOptional(z.boolean()),
  isFirstFrame: z.exactOptional(z.boolean()),
  isPartial: z.exactOptional(z.boolean()),
  range: z.exactOptional(
    z.object({ fromSeconds: z.number(), toSeconds: z.number(), durationSeconds: z.exactOptional(z.number()) }),
  ),
  validators: z.exactOptional(
    z.object({ etag: z.exactOptional(z.string()), lastModified: z.exactOptional(z.string()) }),
  ),
  frameSeconds: z.exactOptional(z.array(z.number())),
});

const pageMediaSchema = z.object({
  kind: z.enum(['image', 'video']),
  pointedBy: z.enum(['menu', 'toolbar', 'keyboard', 'page']),
  url: z.exactOptional(z.string()),
  isUrlCut: z.exactOptional(z.boolean()),
  pageUrl: z.string(),
  frameUrl: z.exactOptional(z.string()),
  tabId: z.number(),
  frameId: z.number(),
  targetElementId: z.exactOptional(z.number()),
  itemKey: z.exactOptional(z.string()),
  isFound: z.exactOptional(z.boolean()),
  isCamera: z.exactOptional(z.boolean()),
  choice: z.exactOptional(z.object({ checkId: z.string(), index: z.number() })),
  isPrivate: z.boolean(),
});

const localFileSchema = z.object({ kind: z.enum(['image', 'video']), fileName: z.string(), isPrivate: z.boolean() });

/** Why the user is asked first. */
export const sendReason = z.enum(['private-network', 'local-file', 'private-window', 'very-small', 'large', 'camera']);

const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site-access'), origin: z.string(), isUnsent: z.exactOptional(z.boolean()) }),
  z.object({ kind: z.literal('which-picture') }),
  z.object({
    kind: z.literal('before-sending'),
    reasons: z.array(sendReason),
    site: z.exactOptional(z.string()),
    sentTo: z.string(),
    size: z.exactOptional(z.object({ width: z.number(), height: z.number() })),
    sizeBytes: z.exactOptional(z.number()),
  }),
]);

/** Written by this software alone; the sentence for a code it no longer knows is that of `unexpected`. */
export const errorSchema = z.custom<ErrorData>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);

const state = z.enum(['queued', 'reading', 'asking', 'uploading', 'waiting', 'done', 'failed', 'cancelled']);

/** A check as it is stored. The thumbnail is a Blob and kept where Blobs can be. */
export const checkRecordSchema: z.ZodMiniType<CheckRecord> = z.object({
  id: z.string(),
  state,
  media: z.union([localFileSchema, pageMediaSchema]),
  fromScreen: z.boolean(),
  pageRun: z.exactOptional(z.string()),
  restarts: z.exactOptional(z.number()),
  question: z.exactOptional(questionSchema),
  agreed: z.exactOptional(z.array(sendReason)),
  read: z.exactOptional(readSchema),
  transfer: z.exactOptional(
    z.object({ doneBytes: z.number(), totalBytes: z.exactOptional(z.number()), startedAt: z.number() }),
  ),
  converting: z.exactOptional(z.number()),
  pausedUntil: z.exactOptional(z.number()),
  pauseReason: z.exactOptional(z.enum(['limit', 'busy'])),
  thumbnail: z.exactOptional(z.instanceof(Blob)),
  batch: z.exactOptional(z.object({ jobId: z.string(), position: z.number(), size: z.number() })),
  verdict: z.exactOptional(verdictSchema),
  answeredAt: z.exactOptional(z.number()),
  sentTo: z.exactOptional(z.string()),
  frames: z.exactOptional(
    z.array(z.object({ isAi: z.boolean(), likelihood: z.exactOptional(z.number()), atSeconds: z.number() })),
  ),
  fileMetadata: z.exactOptional(fileMetadataSchema),
  unjudged: z.exactOptional(errorSchema),
  error: z.exactOptional(errorSchema),
  stages: z.exactOptional(z.array(z.object({ state, at: z.number() }))),
  startedAt: z.number(),
  endedAt: z.exactOptional(z.number()),
});
