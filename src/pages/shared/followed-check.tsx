import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { loadedLater } from './loaded-later.tsx';
import { useFeed } from './use-feed.ts';
import '../../core/view/check-body.css';
import './followed-check.css';

const FollowedBody = loadedLater(async () => (await import('./followed-body.tsx')).FollowedBody);

interface FollowedCheckProps {
  readonly id: string;
  readonly name: string;
  /** A part of its image is to be chosen at once. */
  readonly isPartWanted?: boolean;
}

/** A check in one of the extension's own pages, as it goes on, or that of a part of it: what the panel shows in a page. */
export function FollowedCheck({ id, name, isPartWanted = false }: FollowedCheckProps): JSX.Element | null {
  const [shown, show] = useState(id);
  const view = useFeed<PanelView>(CHECK_FEED_PREFIX + shown);
  if (!view) return null;
  const { subject } = view;
  return (
    <div class="followed-check">
      <p class="name">{name}</p>
      {subject && <p class="quiet">{subject}</p>}
      <FollowedBody view={view} isPartWanted={isPartWanted} onShow={show} />
    </div>
  );
}
