import { keepPlace } from '../shared/keep-place.ts';
import { createOwnFrame, type OwnFrame } from '../shared/own-frame.ts';
import { watchSeen } from './watch-seen.ts';

/** The panel's place in the page. */
export interface PanelHost extends OwnFrame {
  remove(): void;
}

/** What a panel hears of its place. */
export interface PanelHostListener {
  /** A key was pressed in it. */
  onKey(event: KeyboardEvent): void;
  /** Somebody has looked whether it is seen, or the page hides it. */
  onSeen(isSeen: boolean): void;
  /** Whether the user is asked something in it. */
  isAsking(): boolean;
}

/** Puts an empty panel into the page (own-frame.ts), above all of it. */
export function createPanelHost(regionName: string, css: string, listener: PanelHostListener): PanelHost {
  const frame = createOwnFrame(regionName, css, listener.onKey);
  const closing = new AbortController();
  // Where it is now, another zoom may count.
  const onCovered = keepPlace(frame.host, true, frame.unzoom, closing);
  watchSeen({ ...frame, ...listener, onCovered }, closing.signal);
  return { ...frame, remove: () => closing.abort() };
}
