import type { MediaKind } from '../../core/check/media-reference.ts';
import { isErrorWith } from '../../core/errors/app-error.ts';
import { atMost } from '../at-most.ts';
import { mediaSender } from '../service/media-sender.ts';
import { type Outcome, verdictOf } from '../service/outcome.ts';
import { batchLimits, type MediaItem } from '../service/send-media.ts';
import type { MediaSender } from '../service/send-options.ts';
import { SEND_POLICY } from '../service/send-policy.ts';
import type { Service } from '../service/service.ts';
import { unlessAborted } from '../unless-aborted.ts';

/** Sends the media of many checks together. */
export interface GroupSender extends MediaSender {
  readonly kind: MediaKind;
  /** Announces a check whose media is to be read: what waits is not sent while that may still come. */
  expect(checkId: string): void;
  /** The check's media has been read, or never will be. */
  arrived(checkId: string): void;
}

/**
 * Collects the media of a page and sends it together: when a request is full, when there is enough for the first answers, when
 * nothing more is being read, or when reading takes its time. Where the account may not send several at once, each goes when it comes. Throws when the account may not have
 * this kind checked.
 */
export async function groupSender(service: Service, kind: MediaKind): Promise<GroupSender> {
  let waiting: MediaItem[] = [];
  const expected = new Set<string>();
  const sender = await mediaSender(service, kind, () => expected.size > 0);
  const inTurn = atMost(SEND_POLICY.batchesAtOnce);
  let isFirst = true;
  let isLull = false;
  let lull: ReturnType<typeof setTimeout> | undefined;
  await sender.mayBatch();

  /** Takes what makes the next request: a full one, or all there is; nothing while more may come. */
  function takeGroup(): readonly MediaItem[] {
    waiting = waiting.filter(({ options }) => !options.signal.aborted);
    const count = fitting(kind, waiting);
    const isFull = count === batchLimits(kind).maxItems || count < waiting.length;
    const isEnough = isFirst && count >= SEND_POLICY.firstTogether;
    const isDue = isFull || isEnough || expected.size === 0 || isLull;
    isFirst &&= !isDue || count === 0;
    return isDue ? waiting.splice(0, count) : [];
  }

  async function sendWhatIsDue(): Promise<void> {
    if (!(await sender.mayBatch())) return sender.checkTogether(waiting.splice(0));
    await inTurn(async () => {
      const group = takeGroup();
      if (group.length === 0) return;
      void sendWhatIsDue(); // There may be more of it, and another turn.
      await sender.checkTogether(group);
    });
  }

  function sendSoon(): void {
    isLull = false;
    clearTimeout(lull);
    lull = setTimeout(() => {
      isLull = true;
      void sendWhatIsDue();
    }, SEND_POLICY.lullMs);
    void sendWhatIsDue();
  }

  return {
    kind,
    host: sender.host,
    expect: (checkId) => {
      expected.add(checkId);
    },
    arrived(checkId) {
      expected.delete(checkId);
      sender.stopUnwanted();
      sendSoon();
    },
    async check(file, options) {
      const { promise, resolve: settle } = Promise.withResolvers<Outcome>();
      waiting.push({ file, options, settle });
      sendSoon();
      return verdictOf(await unlessAborted(promise, options.signal));
    },
    resume: (sent, options) => (sent.batch ? sender.resumeTogether(sent.batch, options) : sender.resume(sent, options)),
  };
}

/** Undefined where there is no account that can be used. */
export async function unlessWithoutAccount<T>(way: Promise<T>): Promise<T | undefined> {
  try {
    return await way;
  } catch (error) {
    if (isErrorWith(error, 'no-account')) return undefined;
    throw error;
  }
}

/** How many of these go into one request, from the first. What is larger than a whole request is one by itself. */
function fitting(kind: MediaKind, items: readonly MediaItem[]): number {
  const { maxItems, maxBytes } = batchLimits(kind);
  let bytes = 0;
  const end = items.findIndex(({ file }, index) => {
    bytes += file.size;
    return index === maxItems || (index > 0 && bytes > maxBytes);
  });
  return end < 0 ? items.length : end;
}
