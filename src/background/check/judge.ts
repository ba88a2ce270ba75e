import type { ReadReport } from '../../core/check/read-report.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import type { ReadMedia } from '../read/read-outcome.ts';
import { sha256 } from '../read/sha256.ts';
import { knownVerdict } from '../results/known-verdicts.ts';
import { mediaSender } from '../service/media-sender.ts';
import type { MediaSender, SendOptions } from '../service/send-options.ts';
import { addFileMetadata, changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';
import { framesOutcome } from './frames-outcome.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailIn } from './read-report-of.ts';
import { watchSending } from './transfer-watch.ts';

/** Has what was read judged: by the service, unless it has judged the same bytes before. */
export async function judge(
  context: CheckContext,
  id: string,
  read: ReadMedia,
  sender: MediaSender,
  signal: AbortSignal,
  how: CheckOptions,
): Promise<void> {
  const report = reportOf(read, await sha256(bodyOf(read)));
  signal.throwIfAborted();
  changeCheck(context, id, ({ progress: _, ...now }) => ({
    ...now,
    state: 'uploading',
    read: report,
    isReadingFile: true,
    ...thumbnailIn(read),
  }));
  let isReadBeside = false;
  // It comes when it comes: neither the verdict nor anything else waits for it, and the request goes out first.
  const beginBeside = () => {
    if (!isReadBeside) void readBeside(context, id, read, report.sha256);
    isReadBeside = true;
  };
  const options = watchSending(context, id, report.sizeBytes, signal, beginBeside);
  try {
    await endJudged(context, id, read, report, sender, options, how);
  } finally {
    beginBeside();
  }
}

async function endJudged(
  context: CheckContext,
  id: string,
  read: ReadMedia,
  report: ReadReport,
  sender: MediaSender,
  options: SendOptions,
  how: CheckOptions,
): Promise<void> {
  const { host } = sender;
  const { signal } = options;
  if ('frames' in read.prepared) {
    how.onRead?.();
    const images = read.prepared.frames.map(({ image }) => image);
    const single = await mediaSender(context, 'image');
    const results = await single.checkSeveral(images, options);
    signal.throwIfAborted();
    return endCheck(context, id, { ...framesOutcome(results, report), sentTo: host });
  }
  const known = how.isAfresh ? undefined : await knownVerdict(context, report.sha256, host);
  signal.throwIfAborted();
  if (known)
    return endCheck(context, id, { state: 'done', verdict: known.verdict, sentTo: host, answeredAt: known.givenAt });
  how.onRead?.();
  const key = `${host} ${report.sha256}`;
  const verdict = await context.sharedVerdicts.of(key, signal, () => sender.check(bodyOf(read), options));
  signal.throwIfAborted();
  await endCheck(context, id, { state: 'done', verdict, sentTo: host });
}

/** Reads what the file says while it is sent, and adds it to the check whatever comes of that. */
async function readBeside(context: CheckContext, id: string, read: ReadMedia, sha256: string): Promise<void> {
  const letGo = keepAlive();
  try {
    await addFileMetadata(context, id, sha256, await fileMetadataOf(context, id, read));
  } finally {
    letGo();
  }
}
