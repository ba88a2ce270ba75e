import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { dayText } from '../../core/words/numbers.ts';

/** How long before its end people are told that a certificate ends, in milliseconds: 30 days. */
const WARNING_MS = 30 * 86_400_000;

/** Whether people are told that it ends, or has ended. `expiresAt` is epoch milliseconds. */
export function endsSoon(expiresAt: number): boolean {
  return expiresAt - Date.now() <= WARNING_MS;
}

/** Says that a certificate ends soon, or has ended; nothing while there is time. */
export function CertificateEnd({ expiresAt }: { readonly expiresAt: number }): JSX.Element | null {
  if (!endsSoon(expiresAt)) return null;
  return expiresAt > Date.now() ? (
    <p class="warning">{translate('certificateEndsSoon', dayText(expiresAt))}</p>
  ) : (
    <p class="bad">{translate('certificateExpired', dayText(expiresAt))}</p>
  );
}
