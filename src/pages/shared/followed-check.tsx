import type { JSX } from 'preact';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { sendAction } from '../../core/view/send-action.ts';
import { PASSPHRASE_FIELD } from '../account/unlock-form.tsx';
import { FailureLine } from './failure-line.tsx';
import { loadedLater } from './loaded-later.tsx';
import { useAttempt } from './use-attempt.ts';
import { useFeed } from './use-feed.ts';
import '../../core/view/check-body.css';
import './followed-check.css';

const CheckBody = loadedLater(async () => (await import('../../core/view/check-body.tsx')).CheckBody);

/** A check in one of the extension's own pages, as it goes on: what the panel shows in a page. */
export function FollowedCheck({ id, name }: { readonly id: string; readonly name: string }): JSX.Element | null {
  const view = useFeed<PanelView>(CHECK_FEED_PREFIX + id);
  const { failure, attempt } = useAttempt();
  if (!view) return null;
  const { subject } = view;
  return (
    <div class="followed-check">
      <p class="name" title={name}>
        {name}
      </p>
      {subject && <p class="quiet">{subject}</p>}
      <CheckBody
        view={view}
        onAction={(action, isRemembered) => {
          const passphrase = action === 'unlock' && document.getElementById(PASSPHRASE_FIELD);
          if (passphrase) passphrase.focus();
          else void attempt(() => sendAction(action, view, isRemembered));
        }}
      >
        <FailureLine failure={failure} />
      </CheckBody>
    </div>
  );
}
