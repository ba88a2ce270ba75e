import type {
  CredentialProblem,
  Credentials,
  FileMetadata,
  Ingredient,
  NamedIdentity,
  PlainFacts,
  SourceClaim,
  UnreadReason,
  UnsignedNote,
} from '../../core/media/file-metadata.ts';

/** What a file says about itself, as it is exported: docs/export-schema.json describes it. */
export interface ExportedFileMetadata {
  /** Why nothing of it was read. */
  readonly unread: UnreadReason | null;
  readonly credentials: ExportedCredentials | null;
  /** What nobody has signed. */
  readonly notes: readonly ExportedNote[];
  readonly facts: { readonly [Name in keyof PlainFacts]-?: string | null };
}

/** Content Credentials; null and empty lists for what they do not tell. */
export interface ExportedCredentials {
  readonly state: Credentials['state'];
  readonly says: SourceClaim | null;
  readonly ingredientsSay: SourceClaim | null;
  readonly signer: string | null;
  /** ISO 8601, UTC. */
  readonly signedAt: string | null;
  readonly isTimeProven: boolean | null;
  readonly tool: string | null;
  readonly actions: readonly string[];
  /** Whether the signer says that these are all; null where it does not say. */
  readonly hasAllSteps: boolean | null;
  /** Names of assertions that were taken out of earlier credentials. */
  readonly redacted: readonly string[];
  readonly ingredients: readonly ExportedIngredient[];
  /** What its parent was edited from, and so on. */
  readonly earlier: readonly ExportedIngredient[];
  readonly identities: readonly {
    readonly name: string | null;
    readonly by: string | null;
    readonly state: NamedIdentity['state'];
  }[];
  readonly sources: readonly string[];
  readonly problems: readonly CredentialProblem[];
  readonly host: string | null;
}

/** Something that went into a file, by its own credentials. */
interface ExportedIngredient {
  readonly title: string | null;
  readonly state: Ingredient['state'];
  readonly relation: NonNullable<Ingredient['relation']> | null;
  readonly signer: string | null;
  readonly actions: readonly string[];
  readonly sources: readonly string[];
}

/** One note that is not signed. */
export interface ExportedNote {
  readonly kind: UnsignedNote['kind'];
  /** The term, the name, or the level, by its kind. */
  readonly value: string;
  /** Of a term; the other kinds say it themselves. */
  readonly says: SourceClaim | null;
}

/** What was read of a file's metadata, field by field. */
export function exportedFileMetadata(fileMetadata: FileMetadata): ExportedFileMetadata {
  if ('unread' in fileMetadata)
    return { unread: fileMetadata.unread, credentials: null, notes: [], facts: exportedFacts({}) };
  return {
    unread: null,
    credentials: exportedCredentials(fileMetadata.credentials),
    notes: fileMetadata.notes.map((note) => ({ kind: note.kind, value: noteValue(note), says: claimOf(note) })),
    facts: exportedFacts(fileMetadata.facts),
  };
}

function exportedCredentials(credentials: Credentials): ExportedCredentials {
  const { state, says, ingredientsSay, signer, signedAt, isTimeProven, tool, host } = credentials;
  const { actions = [], ingredients = [], earlier = [], sources = [], problems = [] } = credentials;
  const { hasAllSteps, redacted = [], identities = [] } = credentials;
  return {
    state,
    says: says ?? null,
    ingredientsSay: ingredientsSay ?? null,
    signer: signer ?? null,
    signedAt: signedAt === undefined ? null : iso(signedAt),
    isTimeProven: isTimeProven ?? null,
    tool: tool ?? null,
    actions,
    hasAllSteps: hasAllSteps ?? null,
    redacted,
    ingredients: ingredients.map(exportedIngredient),
    earlier: earlier.map(exportedIngredient),
    identities: identities.map(({ name, by, state: itsState }) => ({
      name: name ?? null,
      by: by ?? null,
      state: itsState,
    })),
    sources,
    problems,
    host: host ?? null,
  };
}

function exportedIngredient(ingredient: Ingredient): ExportedIngredient {
  const { title, state, relation, signer, actions = [], sources = [] } = ingredient;
  return { title: title ?? null, state, relation: relation ?? null, signer: signer ?? null, actions, sources };
}

function exportedFacts({ software, creatorTool, make, model, takenAt }: PlainFacts): ExportedFileMetadata['facts'] {
  return {
    software: software ?? null,
    creatorTool: creatorTool ?? null,
    make: make ?? null,
    model: model ?? null,
    takenAt: takenAt ?? null,
  };
}

function noteValue(note: UnsignedNote): string {
  switch (note.kind) {
    case 'source':
      return note.term;
    case 'generator':
    case 'ai-system':
      return note.name;
    case 'aigc-label':
      return note.level;
  }
}

function claimOf(note: UnsignedNote): SourceClaim | null {
  return note.kind === 'source' ? (note.says ?? null) : null;
}

/** A moment as it is exported: ISO 8601, UTC. `epochMs` is in milliseconds. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
