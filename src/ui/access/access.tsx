import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../i18n.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { requestAllSites, requestSiteAccess } from '../../platform/site-access.ts';
import './access.css';

/**
 * The question of site access in a window of its own, for browsers in which a click in the page's panel is no gesture
 * (Firefox).
 */
export function Access({ origin, checkId }: { readonly origin: string; readonly checkId: string }): JSX.Element {
  const [outcome, setOutcome] = useState<MessageKey>();

  async function ask(request: Promise<boolean>): Promise<void> {
    if (!(await request)) return setOutcome('accessDenied');
    await sendToBackground('accessGranted', { checkId });
    setOutcome('accessDone');
    window.close();
  }

  return (
    <main>
      <p>{translate('askSiteAccess', URL.parse(origin)?.host ?? origin)}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => ask(requestSiteAccess(origin))}>
          {translate('allowSite')}
        </button>
        <button type="button" onClick={() => ask(requestAllSites())}>
          {translate('allowAllSites')}
        </button>
      </div>
      <p role="status">{outcome && translate(outcome)}</p>
    </main>
  );
}
