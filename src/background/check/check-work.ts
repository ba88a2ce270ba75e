import type { CheckRecord } from '../../core/check/check-record.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { AppError, isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { ownerOf } from '../at-most.ts';
import { openDocumentSoon } from '../offscreen-link/in-document.ts';
import { cutPart } from '../read/cut-part.ts';
import { locateMedia } from '../read/locate-media.ts';
import { readMedia, readScreen } from '../read/read-media.ts';
import { isVerySmall, reasonsToAsk, unanswered } from '../read/reasons-to-ask.ts';
import { recogniseMedia } from '../results/known-verdicts.ts';
import { mediaSender } from '../service/media-sender.ts';
import type { MediaSender } from '../service/send-options.ts';
import { admitCheck } from './admit-check.ts';
import { askUser, changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';
import { judge } from './judge.ts';
import { readAlone } from './read-alone.ts';
import { watchReading } from './transfer-watch.ts';

/** What one check does from the media in its page to its end, or to a question. */
export async function workOnCheck(
  context: CheckContext,
  begun: CheckRecord,
  signal: AbortSignal,
  how: CheckOptions,
): Promise<void> {
  const { id } = begun;
  await admitCheck(begun);
  const [way, located] = await Promise.all([wayFor(context, begun, how), locateMedia(begun)]);
  signal.throwIfAborted();
  if ('count' in located) return askUser(context, id, { kind: 'which-picture', count: located.count }, how);
  if ('accessNeededFor' in located)
    return askUser(context, id, { kind: 'site-access', origin: located.accessNeededFor }, how);
  const { media } = located;
  const check: CheckRecord = { ...begun, media };
  if (media !== begun.media) {
    changeCheck(context, id, (now) => ({ ...now, media }));
    await admitCheck(check); // Now that its address is known.
  }
  const found = sentKind(check) === sentKind(begun) ? way : await wayFor(context, check, how);
  /** What was read is clear: the check goes on with what is seen through it, from the beginning. */
  const seeThrough = () => workOnCheck(context, { ...begun, media }, signal, how);
  if ('unjudged' in found && check.part) throw new AppError(found.unjudged); // Of a part, a file says nothing.
  if ('unjudged' in found) return readAlone(context, check, { ...found, seeThrough }, signal, how);
  const { sender } = found;
  const { reasons, site } = await reasonsToAsk(media);
  const asked = { kind: 'before-sending', sentTo: sender.host, ...(site !== undefined && { site }) } as const;
  const before = unanswered(check, reasons, site);
  if (before.length > 0) return askUser(context, id, { ...asked, reasons: before }, how);
  if (!how.isAfresh && !check.part && (await endAsRecognised(context, check, sender.host, signal))) return;

  openDocumentSoon(); // It opens while the media is read.
  const read = await (check.fromScreen
    ? readScreen(check, signal)
    : readMedia(context, check, watchReading(context, id, signal)));
  signal.throwIfAborted();
  if ('isSeenThrough' in read) return seeThrough();
  if ('accessNeededFor' in read)
    return askUser(context, id, { kind: 'site-access', origin: read.accessNeededFor }, how);
  if ('ledToPrivate' in read)
    return askUser(context, id, { ...asked, reasons: ['private-network'], site: read.ledToPrivate }, how);
  if ('largeBytes' in read)
    return askUser(context, id, { ...asked, reasons: ['large'], sizeBytes: read.largeBytes }, how);
  const judged = check.part ? await cutPart(read, check.part, { owner: ownerOf(check), signal }) : read;
  const { prepared } = judged;
  const size = 'size' in prepared ? prepared.size : undefined;
  const after = unanswered(check, size && isVerySmall(size) ? ['very-small'] : []);
  if (size && after.length > 0) return askUser(context, id, { ...asked, reasons: after, size }, how);
  await judge(context, id, judged, sender, signal, how);
}

/** The way to the service for what a check sends. Throws what is wrong with an account that is there. */
export function senderFor(context: CheckContext, check: CheckRecord, { sender }: CheckOptions): Promise<MediaSender> {
  const kind = sentKind(check);
  return sender ? sender(kind) : mediaSender(context, kind);
}

/** The same; or why nobody can be asked there, so that what the file says is all that is looked at. */
async function wayFor(
  context: CheckContext,
  check: CheckRecord,
  how: CheckOptions,
): Promise<{ readonly sender: MediaSender } | { readonly unjudged: ErrorData }> {
  try {
    return { sender: await senderFor(context, check, how) };
  } catch (error) {
    if (isErrorWith(error, 'no-account')) return { unjudged: error.data };
    throw error;
  }
}

/** A cut of the screen is an image, whatever it shows. */
function sentKind({ media, fromScreen }: CheckRecord): MediaKind {
  return fromScreen ? 'image' : media.kind;
}

/** True: the media was checked at its address not long ago and is the same still, so nothing is read. */
async function endAsRecognised(
  context: CheckContext,
  check: CheckRecord,
  sentTo: string,
  signal: AbortSignal,
): Promise<boolean> {
  const recognised = await recogniseMedia(context, check, sentTo, signal);
  signal.throwIfAborted();
  if (!recognised) return false;
  const { givenAt: answeredAt, verdict, ...found } = recognised;
  changeCheck(context, check.id, ({ progress: _, ...now }) => ({ ...now, ...found }));
  await endCheck(context, check.id, { state: 'done', verdict, sentTo, answeredAt });
  return true;
}
