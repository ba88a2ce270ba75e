import type {
  CredentialProblem,
  Credentials,
  FileMarks,
  Ingredient,
  PlainFacts,
  PlainMark,
  SourceClaim,
  UnreadReason,
} from '../../core/media/file-marks.ts';
import { iso } from './exported-moment.ts';

/** What a file says about itself, as it is exported: docs/export-schema.json describes it. */
export interface ExportedMarks {
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
  readonly ingredients: readonly { readonly title: string | null; readonly state: Ingredient['state'] }[];
  readonly sources: readonly string[];
  readonly problems: readonly CredentialProblem[];
  readonly host: string | null;
}

/** One mark that is not signed. */
export interface ExportedNote {
  readonly kind: PlainMark['kind'];
  /** The term, the name, or the level, by its kind. */
  readonly value: string;
  /** Of a term; the other kinds say it themselves. */
  readonly says: SourceClaim | null;
}

/** What was read of a file's marks, field by field. */
export function exportedMarks(marks: FileMarks): ExportedMarks {
  if ('unread' in marks) return { unread: marks.unread, credentials: null, notes: [], facts: exportedFacts({}) };
  return {
    unread: null,
    credentials: exportedCredentials(marks.credentials),
    notes: marks.marks.map((mark) => ({ kind: mark.kind, value: noteValue(mark), says: claimOf(mark) })),
    facts: exportedFacts(marks.facts),
  };
}

function exportedCredentials(credentials: Credentials): ExportedCredentials {
  const { state, says, ingredientsSay, signer, signedAt, isTimeProven, tool, host } = credentials;
  const { actions = [], ingredients = [], sources = [], problems = [] } = credentials;
  return {
    state,
    says: says ?? null,
    ingredientsSay: ingredientsSay ?? null,
    signer: signer ?? null,
    signedAt: signedAt === undefined ? null : iso(signedAt),
    isTimeProven: isTimeProven ?? null,
    tool: tool ?? null,
    actions,
    ingredients: ingredients.map((one) => ({ title: one.title ?? null, state: one.state })),
    sources,
    problems,
    host: host ?? null,
  };
}

function exportedFacts({ software, creatorTool, make, model, takenAt }: PlainFacts): ExportedMarks['facts'] {
  return {
    software: software ?? null,
    creatorTool: creatorTool ?? null,
    make: make ?? null,
    model: model ?? null,
    takenAt: takenAt ?? null,
  };
}

function noteValue(mark: PlainMark): string {
  switch (mark.kind) {
    case 'source':
      return mark.term;
    case 'generator':
    case 'ai-system':
      return mark.name;
    case 'aigc-label':
      return mark.level;
  }
}

function claimOf(mark: PlainMark): SourceClaim | null {
  return mark.kind === 'source' ? (mark.says ?? null) : null;
}
