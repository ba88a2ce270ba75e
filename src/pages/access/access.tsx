import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { accessQuestion } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import './access.css';

/**
 * The question of site access in a window of its own, for browsers in which a click in the page's panel is no gesture
 * (Firefox). What is on screen is offered by the panel alone.
 */
export function Access(): JSX.Element {
  const { origin, checkId, isUnsent } = accessQuestion();
  const [outcome, setOutcome] = useState<MessageKey>();
  const { failure, attempt } = useAttempt();

  async function ask(request: () => Promise<boolean>): Promise<void> {
    setOutcome(undefined);
    if (!(await request())) return setOutcome('accessDenied');
    await sendToBackground('accessGranted', { checkId });
    setOutcome('accessDone');
    window.close();
  }

  const host = URL.parse(origin)?.host ?? origin;
  return (
    <main>
      <p>{translate(isUnsent ? 'askSiteAccessToRead' : 'askSiteAccessOnly', host)}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => attempt(() => ask(() => requestSites([origin])))}>
          {translate('allowSite', host)}
        </button>
        <button type="button" onClick={() => attempt(() => ask(requestAllSites))}>
          {translate('allowAllSites')}
        </button>
      </div>
      <p role="status">{outcome && translate(outcome)}</p>
      <FailureLine failure={failure} />
    </main>
  );
}
