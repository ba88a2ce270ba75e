import { type Parsed, z } from '../schema.ts';

/** Why the user is asked before something is sent. */
export const sendReasonSchema = z.enum([
  'private-network',
  'local-file',
  'private-window',
  'very-small',
  'large',
  'camera',
]);
export type SendReason = Parsed<typeof sendReasonSchema>;

const sendQuestionSchema = z.object({
  kind: z.literal('before-sending'),
  reasons: z.array(sendReasonSchema),
  /** The host that a yes can be remembered for. */
  site: z.exactOptional(z.string()),
  /** The host of the service; left out: nobody is signed in, and it is read to be looked at here alone. */
  sentTo: z.exactOptional(z.string()),
  /** Of a file that is large. */
  sizeBytes: z.exactOptional(z.number()),
  /** Pixels. */
  size: z.exactOptional(z.object({ width: z.number(), height: z.number() })),
});

/** What would be read and sent, and where: nothing of it has been read or has left the computer before the answer. */
export type SendQuestion = Parsed<typeof sendQuestionSchema>;

/** What a check waits for the user to answer. */
export const questionSchema = z.union([
  z.object({
    kind: z.literal('site-access'),
    /** It serves the image, like `https://cdn.example`. */
    origin: z.string(),
    /** It is read to be looked at here: nobody is signed in, and nothing would be sent. */
    isUnsent: z.exactOptional(z.boolean()),
  }),
  /** So many pictures may be meant: the page shows them. */
  z.object({ kind: z.literal('which-picture'), count: z.exactOptional(z.number()) }),
  sendQuestionSchema,
]);
export type Question = Parsed<typeof questionSchema>;

export const accessAnswerSchema = z.enum(['allow-site', 'allow-all-sites', 'use-screen']);

/** What the user answered to the question about site access. */
export type AccessAnswer = Parsed<typeof accessAnswerSchema>;
