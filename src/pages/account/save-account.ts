import { requestSites } from '../../core/browser/site-access.ts';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { AccountDraft } from '../../core/protocol/to-background.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { parseServiceAddress } from '../../core/service/service-address.ts';

/** What became of an account that was to be saved. */
export interface SaveOutcome {
  readonly view: AccountView;
  /** The account was sent to be tested, so that saving it all the same is a choice. */
  readonly wasTested: boolean;
}

/**
 * Tests an account and saves it if the service takes it, or saves it without a test. Must be called within a click,
 * before any `await`: it asks the browser for the service's address, which shows a prompt unless that is granted already.
 */
export async function saveAccount(draft: AccountDraft): Promise<SaveOutcome> {
  const address = parseServiceAddress(draft.account.serviceAddress);
  if (address === undefined) return untested({ code: 'bad-service-address' });
  const { origin } = new URL(address);
  try {
    if (!(await requestSites([origin]))) return untested({ code: 'service-access-refused', origin });
    if (!navigator.onLine && draft.isTested)
      return { view: { state: 'unreachable', error: { code: 'offline' } }, wasTested: true };
    return { view: await sendToBackground('saveAccount', draft), wasTested: draft.isTested };
  } catch (error) {
    return untested(errorDataOf(error));
  }
}

function untested(error: ReturnType<typeof errorDataOf>): SaveOutcome {
  return { view: { state: 'unreachable', error }, wasTested: false };
}
