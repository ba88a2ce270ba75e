import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { accessQuestion } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import './access.css';

/**
 * The question of site access in a window of its own, for browsers in which a click in the page's panel is no gesture
 * (Firefox): one sentence and one button, that of what was pressed there.
 */
export function Access(): JSX.Element {
  const { origin, checkId, isUnsent } = accessQuestion();
  const [outcome, setOutcome] = useState<MessageKey>();
  const [isAsking, setIsAsking] = useState(false);
  const { failure, attempt } = useAttempt();
  useLayoutEffect(keepFitted, [outcome, failure, isAsking]);

  async function ask(): Promise<void> {
    setOutcome(undefined);
    setIsAsking(true);
    const asking = origin === undefined ? requestAllSites() : requestSites([origin]);
    if (!(await asking.finally(() => setIsAsking(false)))) return setOutcome('accessDenied');
    await sendToBackground('accessGranted', { checkId });
    setOutcome('accessDone');
    window.close();
  }

  const host = origin && (URL.parse(origin)?.host ?? origin);
  return (
    <main class={isAsking ? 'asking' : undefined}>
      <p>{host ? translate(isUnsent ? 'askSiteAccessToRead' : 'askSiteAccessOnly', host) : translate('askAllSites')}</p>
      <button type="button" class="primary" onClick={() => attempt(ask)}>
        {host ? translate('allowSite', host) : translate('allowAllSites')}
      </button>
      <p role="status">{outcome && translate(outcome)}</p>
      <FailureLine failure={failure} />
    </main>
  );
}

/** A window that opens, or is made higher, may not have its size when it is measured: so often it is fitted anew. */
const MOST_FITS = 5;

/** Fits the window to what is in it, and again while it changes, as one that the browser is still opening does. Gives the way to stop. */
function keepFitted(): () => void {
  let fitCount = 0;
  const fitAgain = () => {
    fitCount += 1;
    if (fitCount <= MOST_FITS) void fitWindow().catch(logFault);
  };
  fitAgain();
  window.addEventListener('resize', fitAgain);
  return () => window.removeEventListener('resize', fitAgain);
}

/** Makes the window as high as what is in it: how much the browser puts around that, and where the words wrap, is known here alone. */
async function fitWindow(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  const missing = Math.ceil(document.body.getBoundingClientRect().height) - window.innerHeight;
  if (id !== undefined && missing !== 0) await browser.windows.update(id, { height: window.outerHeight + missing });
}
