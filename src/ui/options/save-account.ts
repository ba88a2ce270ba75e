import type { AccountView } from '../../bitmind/account-view.ts';
import type { Account } from '../../bitmind/credential.ts';
import { parseServiceAddress } from '../../bitmind/service-address.ts';
import { errorDataOf } from '../../errors/app-error.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { requestSiteAccess } from '../../platform/site-access.ts';

/**
 * Tests an account and saves it if the service takes it. Must be called within a click, before any `await`: it asks the
 * browser for the service's address, which shows a prompt unless that is granted already.
 */
export async function saveAccount(account: Account): Promise<AccountView> {
  const address = parseServiceAddress(account.serviceAddress);
  if (address === undefined) return { state: 'unreachable', error: { code: 'bad-service-address' } };
  const { origin } = new URL(address);
  if (!(await requestSiteAccess(origin))) {
    return { state: 'unreachable', error: { code: 'service-access-refused', origin } };
  }
  try {
    return await sendToBackground('saveAccount', { account });
  } catch (error) {
    return { state: 'unreachable', error: errorDataOf(error) };
  }
}
