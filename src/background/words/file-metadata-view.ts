import type { Headline } from '../../core/check/headline.ts';
import type { MediaReference } from '../../core/check/media-reference.ts';
import { factsLine, type MessageKey, translate } from '../../core/i18n.ts';
import type {
  CredentialProblem,
  Credentials,
  FileMetadata,
  NamedIdentity,
  SourceClaim,
  UnreadReason,
  UnsignedNote,
} from '../../core/media/file-metadata.ts';
import type { FileMetadataView } from '../../core/protocol/panel-view.ts';
import { claimsView } from './claims-view.ts';
import { fileMetadataFacts } from './file-metadata-facts.ts';
import { briefOf, type Disagreement, disagreementOf, saysAi } from './file-says-briefly.ts';

type Lines = FileMetadataView['lines'];

const UNREAD_WORDS: Record<UnreadReason, MessageKey> = {
  'not-original': 'fileSaysNotOriginal',
  stream: 'fileSaysStream',
  format: 'fileSaysFormat',
  fault: 'fileSaysFault',
};

const PROBLEM_WORDS: Record<CredentialProblem, MessageKey> = {
  content: 'problemPixels',
  signature: 'problemSignature',
  part: 'problemPart',
  expired: 'problemExpired',
  revoked: 'problemRevoked',
  certificate: 'problemCertificate',
  other: 'problemOther',
};

/** Keeps the place of what a file says while that is read: nothing below it moves when it comes and says nothing. */
export function fileBeingRead({ kind }: Pick<MediaReference, 'kind'>): FileMetadataView {
  const words = translate(kind === 'video' ? 'stateReadingVideo' : 'stateReading');
  return { title: translate('fileSaysTitle'), lines: [{ words, tone: 'quiet' }], facts: [] };
}

/** What a file says, in words; `pictures`: those of its credentials, by their numbers. */
export function fileMetadataView(
  fileMetadata: FileMetadata,
  pictures: readonly (Blob | undefined)[] = [],
): FileMetadataView {
  const title = translate('fileSaysTitle');
  if ('unread' in fileMetadata)
    return { title, lines: [{ words: translate(UNREAD_WORDS[fileMetadata.unread]) }], facts: [] };
  const claims = claimsView(fileMetadata.credentials, pictures);
  const notes = fileMetadata.notes.map((note) => ({ words: noteText(note) })).filter(({ words }) => words !== '');
  return {
    title,
    lines: [
      ...credentialLines(fileMetadata.credentials),
      ...notes,
      ...(notes.length > 0 ? [{ words: translate('fileSaysUnsigned'), tone: 'quiet' } as const] : []),
    ],
    ...(claims && { claims }),
    facts: fileMetadataFacts(fileMetadata),
    ...((fileMetadata.credentials.state !== 'none' || notes.length > 0) && { isOpen: true }),
  };
}

/** What the signer says of AI, or of a camera. */
const CLAIM_WORDS: Record<SourceClaim, MessageKey> = {
  ai: 'credentialsAi',
  'part-ai': 'credentialsPartAi',
  capture: 'credentialsCapture',
};

/** The same, said by nobody who signs. */
const NOTE_WORDS: Record<SourceClaim, MessageKey> = { ai: 'noteAi', 'part-ai': 'notePartAi', capture: 'noteCapture' };

/** How far an identity was verified, beside its name. */
const IDENTITY_WORDS: Record<NamedIdentity['state'], MessageKey> = {
  known: 'identityKnown',
  unlisted: 'identityUnlisted',
  broken: 'identityBroken',
  unchecked: 'identityUnchecked',
};

function identityText({ name = translate('identityNameless'), by, state }: NamedIdentity): string {
  return translate(IDENTITY_WORDS[state], by === undefined ? name : factsLine([name, by]));
}

function credentialLines({
  state,
  signer = '',
  host = '',
  problems = [],
  identities = [],
  says,
  ingredientsSay,
}: Credentials): Lines {
  const said = [
    { words: translate(says ? CLAIM_WORDS[says] : 'credentialsSilent') },
    ...(saysAi(ingredientsSay) ? [{ words: translate('credentialsIngredientAi') }] : []),
    ...identities.map((identity) => ({ words: identityText(identity) })),
  ];
  switch (state) {
    case 'none':
      return [{ words: translate('credentialsNone') }];
    case 'remote':
      return [{ words: translate('credentialsRemote', host) }];
    case 'valid':
      return [{ words: translate('credentialsValid', signer) }, ...said];
    case 'unlisted':
      return [{ words: translate('credentialsUnlisted', signer) }, ...said];
    case 'broken':
      return [
        { words: translate('credentialsBroken') },
        ...problems.map((problem) => ({ words: translate(PROBLEM_WORDS[problem]) })),
        { words: translate('credentialsUnreliable'), tone: 'quiet' },
      ];
  }
}

/** Empty for what is a fact and no note. */
function noteText(note: UnsignedNote): string {
  switch (note.kind) {
    case 'source':
      return note.says ? translate(NOTE_WORDS[note.says]) : '';
    case 'generator':
      return translate('noteGenerator', note.name);
    case 'ai-system':
      return translate('noteAiSystem', note.name);
    case 'aigc-label':
      return translate(note.level === '1' ? 'noteAigc' : 'noteAigcPerhaps');
  }
}

const DISAGREE_WORDS = {
  'file-says-ai': 'disagreeFileSaysAi',
  'file-says-camera': 'disagreeFileSaysCamera',
} as const satisfies Record<Disagreement, MessageKey>;

/** What is said beside the verdict: credentials that are not valid, and what it can mean where file and verdict disagree. */
export function fileWarnings(fileMetadata: FileMetadata | undefined, verdict: Headline | undefined): Lines {
  if (!fileMetadata || 'unread' in fileMetadata) return [];
  const { state } = fileMetadata.credentials;
  const disagreement = disagreementOf(briefOf(fileMetadata), verdict);
  const keys = [
    state === 'broken' ? 'credentialsBroken' : undefined,
    disagreement && DISAGREE_WORDS[disagreement],
  ] as const;
  return keys.flatMap((key) => (key ? [{ words: translate(key), tone: 'warning' }] : []));
}
