import type { ExportedFileMetadata } from './exported-file-metadata.ts';
import type { ExportedResult } from './exported-result.ts';

/** The columns, in their order. Their names are no texts of the interface: programs read them. */
const COLUMNS = [
  'startedAt',
  'headline',
  'meaning',
  'likelihood',
  'isAi',
  'confidence',
  'serviceSeconds',
  'service',
  'failure',
  'failureSentence',
  'unjudged',
  'unjudgedSentence',
  'frames',
  'firmness',
  'timeline',
  'judgement',
  'kind',
  'page',
  'frame',
  'media',
  'isMediaCut',
  'fileName',
  'method',
  'type',
  'sizeBytes',
  'sha256',
  'convertedFrom',
  'isReencoded',
  'frameNumber',
  'isPartial',
  'partOf',
  'partX',
  'partY',
  'partWidth',
  'partHeight',
  'rangeFrom',
  'rangeTo',
  'rangeDuration',
  'endedAt',
  'answeredAt',
  'fileUnread',
  'credentials',
  'credentialsSay',
  'credentialsSigner',
  'credentialsSignedAt',
  'credentialsTimeProven',
  'credentialsTool',
  'credentialsActions',
  'credentialsIngredients',
  'credentialsIngredientsSay',
  'credentialsSources',
  'credentialsProblems',
  'credentialsHost',
  'notes',
  'software',
  'creatorTool',
  'make',
  'model',
  'takenAt',
  'id',
] as const;

type Column = (typeof COLUMNS)[number];

/** Excel takes a file for UTF-8 by this alone; RFC 4180 says nothing of it, and readers of CSV know to skip it. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What a spreadsheet may take for a formula: at the start of a cell, or of what it takes for one by another separator, which may begin in quotes. */
const FORMULA =
  /(^|[;\t\r\n\v\f\x85\u2028\u2029])(?=[[\p{C}\p{DI}\s"]--[\t\r\n]]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])/gv;

/** The beginning of the file: the names of the columns. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + line(COLUMNS);
}

/** Some results as lines (RFC 4180: every field quoted, lines end with CR LF). A field without a value is empty. */
export function csvLines(results: readonly ExportedResult[]): string {
  return results
    .map((result) => {
      const values = valuesOf(result);
      return line(COLUMNS.map((column) => cell(values[column])));
    })
    .join('');
}

function line(cells: readonly string[]): string {
  return `"${cells.map((text) => text.replaceAll('"', '""')).join('","')}"\r\n`;
}

function valuesOf(result: ExportedResult): Readonly<Record<Column, string | number | boolean | null>> {
  const { failure, unjudged, frames, firmness, timeline, part, range, fileSays, meaning, ...values } = result;
  return {
    ...values,
    meaning: meaning?.join(' ') ?? null,
    failure: failure?.code ?? null,
    failureSentence: failure?.sentence ?? null,
    unjudged: unjudged?.code ?? null,
    unjudgedSentence: unjudged?.sentence ?? null,
    frames: list(frames?.map(({ at, isAi, likelihood }) => `${at} s: ${likelihood ?? (isAi ? 'AI' : 'not AI')}`)),
    firmness: list(
      firmness?.map(({ version, isAi, likelihood }) => `${version}: ${likelihood ?? (isAi ? 'AI' : 'not AI')}`),
    ),
    timeline: list(
      timeline?.map(({ from, to, isAi, likelihood }) => `${from}–${to} s: ${likelihood ?? (isAi ? 'AI' : 'not AI')}`),
    ),
    partOf: part?.of ?? null,
    partX: part?.x ?? null,
    partY: part?.y ?? null,
    partWidth: part?.width ?? null,
    partHeight: part?.height ?? null,
    rangeFrom: range?.from ?? null,
    rangeTo: range?.to ?? null,
    rangeDuration: range?.duration ?? null,
    ...fileMetadataValues(fileSays),
  };
}

type FileMetadataColumn = Exclude<
  Column,
  keyof ExportedResult | `failure${string}` | `unjudged${string}` | `part${string}` | `range${string}`
>;

function fileMetadataValues(
  fileSays: ExportedFileMetadata | null,
): Readonly<Record<FileMetadataColumn, string | boolean | null>> {
  const credentials = fileSays?.credentials;
  const { software = null, creatorTool = null, make = null, model = null, takenAt = null } = fileSays?.facts ?? {};
  return {
    fileUnread: fileSays?.unread ?? null,
    credentials: credentials?.state ?? null,
    credentialsSay: credentials?.says ?? null,
    credentialsSigner: credentials?.signer ?? null,
    credentialsSignedAt: credentials?.signedAt ?? null,
    credentialsTimeProven: credentials?.isTimeProven ?? null,
    credentialsTool: credentials?.tool ?? null,
    credentialsActions: list(credentials?.actions),
    credentialsIngredients: list(
      credentials?.ingredients.map(({ title, state }) => `${title ?? ''} (${state})`.trim()),
    ),
    credentialsIngredientsSay: credentials?.ingredientsSay ?? null,
    credentialsSources: list(credentials?.sources),
    credentialsProblems: list(credentials?.problems),
    credentialsHost: credentials?.host ?? null,
    notes: list(fileSays?.notes.map(({ kind, value }) => `${kind}: ${value}`)),
    software,
    creatorTool,
    make,
    model,
    takenAt,
  };
}

/** Several values in one cell; the JSON file keeps them apart. */
function list(values: readonly string[] | undefined): string | null {
  return values === undefined || values.length === 0 ? null : values.join('; ');
}

/** Text that a spreadsheet could take for a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
function cell(value: string | number | boolean | null): string {
  if (typeof value === 'number') return String(value);
  return value === null ? '' : String(value).replace(FORMULA, "$1'");
}
