import { type Parsed, z } from '../schema.ts';

const protectionSchema = z.union([
  z.object({ kind: z.literal('none') }),
  /** Encrypted under a new passphrase. */
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().check(z.minLength(1)) }),
  /** Encrypted under the passphrase that was set before. */
  z.object({ kind: z.literal('same-passphrase') }),
]);

/** How the secrets are protected on this computer's disk. */
export type Protection = Parsed<typeof protectionSchema>;

/** Where an account is kept. */
export const keepingSchema = z.object({
  /** On disk; else in memory, until the browser closes. */
  isRemembered: z.boolean(),
  protection: protectionSchema,
});
export type Keeping = Parsed<typeof keepingSchema>;
