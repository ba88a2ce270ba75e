import type { Headline } from '../check/headline.ts';
import { type MessageKey, translate } from '../i18n.ts';
import type {
  CredentialProblem,
  Credentials,
  FileMarks,
  PlainMark,
  SourceClaim,
  UnreadReason,
} from '../media/file-marks.ts';
import type { MarksView } from '../protocol/panel-view.ts';
import { marksFacts } from './marks-facts.ts';

type Lines = MarksView['lines'];

const UNREAD_WORDS: Record<UnreadReason, MessageKey> = {
  'not-original': 'marksNotOriginal',
  stream: 'marksStream',
  format: 'marksFormat',
  fault: 'marksFault',
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

/** What a file says, in words; with one sentence where that and the verdict disagree. */
export function marksView(marks: FileMarks, verdict: Headline | undefined): MarksView {
  const title = translate('marksTitle');
  if ('unread' in marks) return { title, lines: [{ words: translate(UNREAD_WORDS[marks.unread]) }], facts: [] };
  const notes = marks.marks.map((mark) => ({ words: noteText(mark) })).filter(({ words }) => words !== '');
  const disagreement = disagreementOf(marks, verdict);
  return {
    title,
    lines: [
      ...credentialLines(marks.credentials),
      ...notes,
      ...(notes.length > 0 ? [{ words: translate('marksUnsigned'), tone: 'quiet' } as const] : []),
      ...(disagreement ? [{ words: translate(disagreement), tone: 'strong' } as const] : []),
    ],
    facts: marksFacts(marks),
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

const saysAi = (claim: SourceClaim | undefined) => claim === 'ai' || claim === 'part-ai';

function credentialLines({ state, signer = '', host = '', problems = [], says, ingredientsSay }: Credentials): Lines {
  const said = [
    { words: translate(says ? CLAIM_WORDS[says] : 'credentialsSilent') },
    ...(saysAi(ingredientsSay) ? [{ words: translate('credentialsIngredientAi') }] : []),
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
function noteText(mark: PlainMark): string {
  switch (mark.kind) {
    case 'source':
      return mark.says ? translate(NOTE_WORDS[mark.says]) : '';
    case 'generator':
      return translate('noteGenerator', mark.name);
    case 'ai-system':
      return translate('noteAiSystem', mark.name);
    case 'aigc-label':
      return translate(mark.level === '1' ? 'noteAigc' : 'noteAigcPerhaps');
  }
}

/** Both stand; this says what it can mean. */
function disagreementOf(
  { credentials, marks }: Exclude<FileMarks, { unread: unknown }>,
  verdict: Headline | undefined,
): MessageKey | undefined {
  const { state, says } = credentials;
  const isSigned = state === 'valid' || state === 'unlisted';
  const isAiNoted = marks.some((mark) => mark.kind !== 'source' || saysAi(mark.says));
  if (verdict === 'likely-not-ai' && ((isSigned && saysAi(says)) || isAiNoted)) return 'disagreeFileSaysAi';
  return verdict === 'likely-ai' && state === 'valid' && says === 'capture' ? 'disagreeFileSaysCamera' : undefined;
}
