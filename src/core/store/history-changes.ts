/** Carries the news between the background and the extension's own pages, without waking either. */
const CHANNEL = 'history';

/** Tells every other part of the extension that the history has changed. */
export function tellHistoryChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back when another part of the extension has changed the history. Gives the way to stop. */
export function onHistoryChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}
