import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SendReason } from '../../core/check/question.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { type AgreedSite, agreedSitesItem } from '../../core/store/agreed-sites.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';

const REASON_WORDS: Record<SendReason, MessageKey> = {
  'private-network': 'reasonPrivateNetwork',
  'local-file': 'reasonLocalFile',
  'private-window': 'reasonPrivateWindow',
  'very-small': 'reasonVerySmall',
  large: 'reasonLarge',
  camera: 'reasonCamera',
};

/** What is sent without asking again, because the user said so, and the way to take that back. */
export function AgreedSiteList(): JSX.Element | null {
  const [agreed, setAgreed] = useState<readonly AgreedSite[]>();
  useAwaited(agreed !== undefined);
  useEffect(() => {
    void agreedSitesItem.get().then(setAgreed);
    return agreedSitesItem.watch(setAgreed);
  }, []);
  if (agreed === undefined || agreed.length === 0) return null;
  return (
    <div class="setting">
      <h3 id="agreed-title">{translate('agreedSites')}</h3>
      <ul class="sites" aria-labelledby="agreed-title">
        {agreed.map((one) => {
          const words = translate(REASON_WORDS[one.reason], one.site);
          return (
            <li key={words}>
              <span>{words}</span>
              <button
                type="button"
                aria-label={translate('askAgainFor', words)}
                onClick={() => void sendToBackground('askAgain', one).catch(logFault)}
              >
                {translate('askAgain')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
