import { type Parsed, z } from '../schema.ts';

/** Carries the news between the background and the extension's own pages, without waking either. */
const CHANNEL = 'history';

const historyChangeSchema = z.object({
  /** When the check that was put began: nothing older has changed. Left out: anything may have. Epoch milliseconds. */
  putAt: z.exactOptional(z.number()),
});

/** What has changed of the history. */
export type HistoryChange = Parsed<typeof historyChangeSchema>;

/** Tells every part of the extension that the history has changed. */
export function tellHistoryChanged(change: HistoryChange = {}): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls back when the history has changed. Gives the way to stop. */
export function onHistoryChanged(listener: (change: HistoryChange) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const change = historyChangeSchema.safeParse(data);
    listener(change.success ? change.data : {});
  };
  return () => channel.close();
}
