import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Headline } from '../../core/check/headline.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type { FileBrief, FileMetadata, SourceClaim, UnsignedNote } from '../../core/media/file-metadata.ts';
import type { FileSaysBriefly } from '../../core/protocol/panel-view.ts';

/** In which way the file and the verdict are apart. */
export type Disagreement = 'file-says-ai' | 'file-says-camera';

type BriefState = NonNullable<FileBrief['credentials']>;

const KINDS: Record<BriefState, FileSaysBriefly['kind']> = {
  valid: 'credentials',
  unlisted: 'unlisted-credentials',
  broken: 'broken-credentials',
  remote: 'remote-credentials',
};

const STATE_WORDS: Record<BriefState, MessageKey> = {
  valid: 'briefValid',
  unlisted: 'briefUnlisted',
  broken: 'briefBroken',
  remote: 'briefRemote',
};

const CLAIM_WORDS: Record<SourceClaim, MessageKey> = {
  ai: 'briefAi',
  'part-ai': 'briefPartAi',
  capture: 'briefCapture',
};

const NOTE_WORDS: Record<NonNullable<FileBrief['note']>, MessageKey> = {
  ai: 'briefNoteAi',
  'part-ai': 'briefNotePartAi',
  generator: 'briefNoteGenerator',
  'ai-system': 'briefNoteSystem',
  label: 'briefNoteLabel',
  'label-perhaps': 'briefNoteLabelPerhaps',
};

/** What the file of a check says, in a few words; undefined where it says nothing of Content Credentials or AI. */
export function fileSaysBriefly({ fileMetadata, fileBrief }: CheckRecord): FileSaysBriefly | undefined {
  const brief = fileMetadata ? briefOf(fileMetadata) : fileBrief;
  if (!brief) return undefined;
  const { credentials, says, note } = brief;
  const noted = note && translate(NOTE_WORDS[note]);
  if (!credentials) return noted === undefined ? undefined : { kind: 'noted-as-ai', words: noted };
  const stands = translate(STATE_WORDS[credentials]);
  const said = says ? translate('briefSays', stands, translate(CLAIM_WORDS[says])) : stands;
  // What the signer says of AI already needs no note beside it.
  return { kind: KINDS[credentials], words: factsLine(saysAi(says) || !noted ? [said] : [said, noted]) };
}

/** The short of what a file says, as it is kept; undefined where there is nothing to be kept. */
export function briefOf(fileMetadata: FileMetadata): FileBrief | undefined {
  if ('unread' in fileMetadata) return undefined;
  const { credentials, notes } = fileMetadata;
  const { state, says } = credentials;
  const isSigned = state === 'valid' || state === 'unlisted';
  const [note] = notes.flatMap(noteOf);
  if (state === 'none' && !note) return undefined;
  return {
    ...(state !== 'none' && { credentials: state }),
    ...(isSigned && says && { says }),
    ...(note && { note }),
  };
}

/** Nothing for a note that is not of AI. */
function noteOf(note: UnsignedNote): NonNullable<FileBrief['note']>[] {
  if (note.kind === 'source') return note.says === 'ai' || note.says === 'part-ai' ? [note.says] : [];
  if (note.kind === 'aigc-label') return [note.level === '1' ? 'label' : 'label-perhaps'];
  return [note.kind];
}

/** Whether something is said to be made by AI, or with it. */
export function saysAi(claim: SourceClaim | undefined): boolean {
  return claim === 'ai' || claim === 'part-ai';
}

/** Whether what a file says and the verdict cannot both be right, as far as anybody can tell. */
export function disagreementOf(
  { credentials, says, note }: FileBrief = {},
  verdict: Headline | undefined,
): Disagreement | undefined {
  if (verdict === 'likely-not-ai' && (saysAi(says) || note)) return 'file-says-ai';
  return verdict === 'likely-ai' && credentials === 'valid' && says === 'capture' ? 'file-says-camera' : undefined;
}
