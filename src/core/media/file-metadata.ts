// What a file says about itself, as far as it could be read. A plain value: it is stored with the check.

/** Why nothing could be read of what the file says. */
export type UnreadReason =
  /** Only a picture of it was had: pixels, the screen. */
  | 'not-original'
  /** A clip recorded from a stream has no file. */
  | 'stream'
  /** A format whose metadata this software does not read. */
  | 'format'
  /** Reading failed, took too long, or was cut off. */
  | 'fault';

/** How Content Credentials (C2PA) stand. */
export type CredentialState =
  | 'none'
  /** Nothing was changed, and the signer leads to the trust list. */
  | 'valid'
  /** Nothing was changed, and nothing says who the signer is. */
  | 'unlisted'
  /** Something does not match. */
  | 'broken'
  /** The file says that they are kept elsewhere; nobody looked there. */
  | 'remote';

/** What does not match in broken credentials. */
export type CredentialProblem =
  /** The pixels, the film, the drawing. */
  | 'content'
  | 'signature'
  /** A part of what was signed. */
  | 'part'
  /** The certificate ended, and no time stamp proves that it was used before. */
  | 'expired'
  | 'revoked'
  /** It may not be used for this. */
  | 'certificate'
  /** Anything else, credentials that cannot be read at all among it; the manifest tells more. */
  | 'other';

/** What terms of IPTC's vocabulary say, where that is of interest here: made by AI, AI in a part of it, taken with a camera. */
export type SourceClaim = 'ai' | 'part-ai' | 'capture';

/** Something that went into the file: another picture, a video. */
export interface Ingredient {
  /** As the signer calls it. */
  readonly title?: string;
  /** What the signer says of its own credentials. */
  readonly state: 'none' | 'checked' | 'broken';
}

/** Content Credentials, in short. */
export interface Credentials {
  readonly state: CredentialState;
  /** Organisation of the signer's certificate, else its name. */
  readonly signer?: string;
  /** Epoch milliseconds: the moment a time stamp proves, else the one the signer claims. */
  readonly signedAt?: number;
  /** An authority proves that moment. */
  readonly isTimeProven?: boolean;
  /** The software that made the claim. */
  readonly tool?: string;
  /** Codes of C2PA (`c2pa.created`), in their order, each once. */
  readonly actions?: readonly string[];
  readonly ingredients?: readonly Ingredient[];
  /** Terms of IPTC's vocabulary (`trainedAlgorithmicMedia`) that the signer gives for this file. */
  readonly sources?: readonly string[];
  readonly says?: SourceClaim;
  /** What is said of what went into it. */
  readonly ingredientsSay?: SourceClaim;
  /** What does not match; each once. */
  readonly problems?: readonly CredentialProblem[];
  /** The host that keeps them, where they are not in the file. */
  readonly host?: string;
}

/** A note that anybody could have written: it is not signed. */
export type UnsignedNote =
  /** A term of IPTC's vocabulary in XMP. */
  | { readonly kind: 'source'; readonly term: string; readonly says?: SourceClaim }
  /** Texts that a known generator leaves. */
  | { readonly kind: 'generator'; readonly name: string }
  /** XMP names the AI system (IPTC 2025.1, `AISystemUsed`). */
  | { readonly kind: 'ai-system'; readonly name: string }
  /** The label that China's GB 45438-2025 demands: 1 is made by AI, 2 probably, 3 suspected. */
  | { readonly kind: 'aigc-label'; readonly level: '1' | '2' | '3' };

/** Facts as the file gives them, without any judgement. */
export interface PlainFacts {
  readonly software?: string;
  readonly creatorTool?: string;
  readonly make?: string;
  readonly model?: string;
  /** As written, often without a time zone. */
  readonly takenAt?: string;
}

/** What a file says about itself. */
export type FileMetadata =
  | { readonly unread: UnreadReason }
  | { readonly credentials: Credentials; readonly notes: readonly UnsignedNote[]; readonly facts: PlainFacts };

/** The same with the whole manifest store as JSON, which is shown on request and not stored. */
export interface FileMetadataRead {
  readonly fileMetadata: FileMetadata;
  readonly manifest?: string;
}
