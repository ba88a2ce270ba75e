import type { FileMetadata } from '../media/file-metadata.ts';
import { z } from '../schema.ts';

const text = z.exactOptional(z.string());
const texts = z.exactOptional(z.array(z.string()));
const claim = z.exactOptional(z.enum(['ai', 'part-ai', 'capture']));

const credentialsSchema = z.object({
  state: z.enum(['none', 'valid', 'unlisted', 'broken', 'remote']),
  signer: text,
  signedAt: z.exactOptional(z.number()),
  isTimeProven: z.exactOptional(z.boolean()),
  tool: text,
  actions: texts,
  ingredients: z.exactOptional(z.array(z.object({ title: text, state: z.enum(['none', 'checked', 'broken']) }))),
  sources: texts,
  says: claim,
  ingredientsSay: claim,
  problems: z.exactOptional(
    z.array(z.enum(['content', 'signature', 'part', 'expired', 'revoked', 'certificate', 'other'])),
  ),
  host: text,
});

const noteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), term: z.string(), says: claim }),
  z.object({ kind: z.enum(['generator', 'ai-system']), name: z.string() }),
  z.object({ kind: z.literal('aigc-label'), level: z.enum(['1', '2', '3']) }),
]);

/** What a file says about itself, as it is stored with its check. */
export const fileMetadataSchema: z.ZodMiniType<FileMetadata> = z.union([
  z.object({ unread: z.enum(['not-original', 'stream', 'format', 'fault']) }),
  z.object({
    credentials: credentialsSchema,
    notes: z.array(noteSchema),
    facts: z.object({ software: text, creatorTool: text, make: text, model: text, takenAt: text }),
  }),
]);
