import type { ReadMedia } from '../read/read-outcome.ts';
import { sha256 } from '../read/sha256.ts';
import { knownVerdict } from '../results/known-verdicts.ts';
import { mediaSender } from '../service/media-sender.ts';
import type { MediaSender } from '../service/send-options.ts';
import { changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import { framesOutcome } from './frames-outcome.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailIn } from './read-report-of.ts';
import type { RunOptions } from './run-options.ts';
import { watchSending } from './transfer-watch.ts';

/** Has what was read judged: by the service, unless it has judged the same bytes before. */
export async function judge(
  context: CheckContext,
  id: string,
  read: ReadMedia,
  sender: MediaSender,
  signal: AbortSignal,
  how: RunOptions,
): Promise<void> {
  const { host } = sender;
  const body = bodyOf(read);
  const report = reportOf(read, await sha256(body));
  signal.throwIfAborted();
  changeCheck(context, id, ({ progress: _, ...now }) => ({
    ...now,
    state: 'uploading',
    read: report,
    ...thumbnailIn(read),
  }));
  // What the file says is read while it is sent, and stays whatever comes of that.
  const metadataKept = fileMetadataOf(context, id, read).then((fileMetadata) =>
    changeCheck(context, id, (now) => ({ ...now, fileMetadata })),
  );
  const options = watchSending(context, id, body.size, signal);
  if ('frames' in read.prepared) {
    how.onRead?.();
    const images = read.prepared.frames.map(({ image }) => image);
    const single = await mediaSender(context, 'image');
    const results = await single.checkSeveral(images, options).finally(() => metadataKept);
    signal.throwIfAborted();
    return endCheck(context, id, { ...framesOutcome(results, report), sentTo: host });
  }
  const known = how.isAfresh ? undefined : await knownVerdict(context, report.sha256, host);
  signal.throwIfAborted();
  if (known) {
    await metadataKept;
    return endCheck(context, id, { state: 'done', verdict: known.verdict, sentTo: host, answeredAt: known.givenAt });
  }
  how.onRead?.();
  const key = `${host} ${report.sha256}`;
  const verdict = await context.sharedVerdicts
    .of(key, signal, () => sender.check(body, options))
    .finally(() => metadataKept);
  signal.throwIfAborted();
  await endCheck(context, id, { state: 'done', verdict, sentTo: host });
}
