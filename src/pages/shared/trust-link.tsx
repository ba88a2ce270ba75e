import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';

/** Leads to docs/trust.md, which ships as a text in English. */
export function TrustLink(): JSX.Element {
  return (
    <p>
      <a href="/trust.txt" target="_blank" rel="noreferrer" hreflang="en">
        {translate('howFarToTrust')}
      </a>
    </p>
  );
}
