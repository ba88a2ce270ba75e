import { type Parsed, z } from '../schema.ts';

// What a file says about itself, as far as it could be read. A plain value: it is stored with the check.

const text = z.exactOptional(z.string());

const unreadReasonSchema = z.enum([
  /** Only a picture of it was had: pixels, the screen. */
  'not-original',
  /** A clip recorded from a stream has no file. */
  'stream',
  /** A format whose metadata this software does not read. */
  'format',
  /** Reading failed, took too long, or was cut off. */
  'fault',
]);

/** Why nothing could be read of what the file says. */
export type UnreadReason = Parsed<typeof unreadReasonSchema>;

const credentialStateSchema = z.enum([
  'none',
  /** Nothing was changed, and the signer leads to the trust list. */
  'valid',
  /** Nothing was changed, and nothing says who the signer is. */
  'unlisted',
  /** Something does not match. */
  'broken',
  /** The file says that they are kept elsewhere; nobody looked there. */
  'remote',
]);

/** How Content Credentials (C2PA) stand. */
export type CredentialState = Parsed<typeof credentialStateSchema>;

const credentialProblemSchema = z.enum([
  /** The pixels, the film, the drawing. */
  'content',
  'signature',
  /** A part of what was signed. */
  'part',
  /** The certificate ended, and no time stamp proves that it was used before. */
  'expired',
  'revoked',
  /** It may not be used for this. */
  'certificate',
  /** Anything else, credentials that cannot be read at all among it; the manifest tells more. */
  'other',
]);

/** What does not match in broken credentials. */
export type CredentialProblem = Parsed<typeof credentialProblemSchema>;

const sourceClaimSchema = z.enum(['ai', 'part-ai', 'capture']);

/** What terms of IPTC's vocabulary say, where that is of interest here: made by AI, AI in a part of it, taken with a camera. */
export type SourceClaim = Parsed<typeof sourceClaimSchema>;

const ingredientSchema = z.object({
  /** As the signer calls it. */
  title: text,
  /** What the signer says of its own credentials. */
  state: z.enum(['none', 'checked', 'broken']),
  /** The file was edited from it, holds it, or was made with it. */
  relation: z.exactOptional(z.enum(['parent', 'component', 'input'])),
  /** By its own credentials: who signed them, what was done, and its sources. */
  signer: text,
  actions: z.exactOptional(z.array(z.string())),
  sources: z.exactOptional(z.array(z.string())),
  picture: z.exactOptional(z.number()),
});

/** Something that went into the file: another picture, a video. */
export type Ingredient = Parsed<typeof ingredientSchema>;

const identitySchema = z.object({
  /** Of who is named, as the credential has it. */
  name: text,
  /** Who says so: the issuer of the credential. */
  by: text,
  state: z.enum([
    /** Signed, and who vouches for it is known. */
    'known',
    /** Signed, and nothing says who vouches for it. */
    'unlisted',
    /** It does not match. */
    'broken',
    /** Somebody would have to be asked. */
    'unchecked',
  ]),
});

/** Who is said to have made the file, apart from who signs its credentials (CAWG). */
export type NamedIdentity = Parsed<typeof identitySchema>;

const credentialsSchema = z.object({
  state: credentialStateSchema,
  /** Organisation of the signer's certificate, else its name. */
  signer: text,
  /** Epoch milliseconds: the moment a time stamp proves, else the one the signer claims. */
  signedAt: z.exactOptional(z.number()),
  /** An authority proves that moment. */
  isTimeProven: z.exactOptional(z.boolean()),
  /** The number of its picture among those beside this. */
  picture: z.exactOptional(z.number()),
  /** The software that made the claim. */
  tool: text,
  /** Codes of C2PA (`c2pa.created`), in their order, each once. */
  actions: z.exactOptional(z.array(z.string())),
  /** The signer says whether these are all; left out where it does not. */
  hasAllSteps: z.exactOptional(z.boolean()),
  /** Names of assertions that were taken out of the credentials of what went into it. */
  redacted: z.exactOptional(z.array(z.string())),
  ingredients: z.exactOptional(z.array(ingredientSchema)),
  /** What its parent was edited from, and so on. */
  earlier: z.exactOptional(z.array(ingredientSchema)),
  /** Terms of IPTC's vocabulary (`trainedAlgorithmicMedia`) that the signer gives for this file. */
  sources: z.exactOptional(z.array(z.string())),
  says: z.exactOptional(sourceClaimSchema),
  /** What is said of what went into it. */
  ingredientsSay: z.exactOptional(sourceClaimSchema),
  identities: z.exactOptional(z.array(identitySchema)),
  /** What does not match; each once. */
  problems: z.exactOptional(z.array(credentialProblemSchema)),
  /** The host that keeps them, where they are not in the file. */
  host: text,
});

/** Content Credentials, in short. */
export type Credentials = Parsed<typeof credentialsSchema>;

const unsignedNoteSchema = z.union([
  /** A term of IPTC's vocabulary in XMP. */
  z.object({ kind: z.literal('source'), term: z.string(), says: z.exactOptional(sourceClaimSchema) }),
  /** Texts that a known generator leaves. */
  z.object({ kind: z.literal('generator'), name: z.string() }),
  /** XMP names the AI system (IPTC 2025.1, `AISystemUsed`). */
  z.object({ kind: z.literal('ai-system'), name: z.string() }),
  /** The label that China's GB 45438-2025 demands: 1 is made by AI, 2 probably, 3 suspected. */
  z.object({ kind: z.literal('aigc-label'), level: z.enum(['1', '2', '3']) }),
]);

/** A note that anybody could have written: it is not signed. */
export type UnsignedNote = Parsed<typeof unsignedNoteSchema>;

const plainFactsSchema = z.object({
  software: text,
  creatorTool: text,
  make: text,
  model: text,
  /** As written, often without a time zone. */
  takenAt: text,
});

/** Facts as the file gives them, without any judgement. */
export type PlainFacts = Parsed<typeof plainFactsSchema>;

/** What the rows and badges of a check have room for: how Content Credentials stand, what they say, and whether a note says AI. */
export const fileBriefSchema = z.object({
  credentials: z.exactOptional(z.enum(['valid', 'unlisted', 'broken', 'remote'])),
  /** By credentials whose signature holds alone. */
  says: z.exactOptional(sourceClaimSchema),
  /** By whom, or how surely: IPTC's vocabulary, traces of a generator, the name of an AI system, China's label. */
  note: z.exactOptional(z.enum(['ai', 'part-ai', 'generator', 'ai-system', 'label', 'label-perhaps'])),
});
export type FileBrief = Parsed<typeof fileBriefSchema>;

/** What a file says about itself. */
export const fileMetadataSchema = z.union([
  z.object({ unread: unreadReasonSchema }),
  z.object({ credentials: credentialsSchema, notes: z.array(unsignedNoteSchema), facts: plainFactsSchema }),
]);
export type FileMetadata = Parsed<typeof fileMetadataSchema>;

/** The manifest store of a file as JSON, and pictures in it by their numbers in the short form; none where one cannot be shown. */
export interface WholeCredentials {
  readonly json: string;
  readonly pictures: readonly (Blob | undefined)[];
}

/** What a file says in short, and what of its Content Credentials is shown on request. */
export interface FileMetadataRead {
  readonly fileMetadata: FileMetadata;
  readonly whole?: WholeCredentials;
}
