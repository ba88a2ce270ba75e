import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestSites } from '../../core/browser/site-access.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { isAutomaticIn } from '../automatic/automatic-state.ts';
import { checkShown } from '../automatic/check-shown.ts';
import { composeAutomatic } from '../automatic/compose-automatic.ts';
import { forgetWanted, turnOff, turnOn } from '../automatic/turn-on.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import type { Handlers } from './receive.ts';

type AutomaticMessage = 'imagesShown' | 'isAutomaticHere' | 'getAutomatic' | 'turnOnAutomatic' | 'turnOffAutomatic';

/** What the background does for the messages about images that are checked as they are shown. */
export function automaticHandlers(context: CheckContext, pageDesk: PageDesk): Pick<Handlers, AutomaticMessage> {
  return {
    async imagesShown(_request, sender) {
      if (sender.kind !== 'panel') throw new AppError({ code: 'message-refused' });
      await checkShown(context, pageDesk, sender).catch(logFault);
    },
    isAutomaticHere: async (_request, sender) => sender.kind === 'panel' && isAutomaticIn(sender),
    async getAutomatic({ tabId, isOpening }) {
      if (isOpening) await forgetWanted();
      return composeAutomatic(context, tabId);
    },
    async turnOnAutomatic({ tabId, origins }) {
      // The browser is asked first: after any `await` the click would be no gesture any more. Its prompt closes the popup (Chromium).
      const asked = GESTURE_TRAVELS_IN_MESSAGES ? requestSites(origins) : undefined;
      await turnOn(tabId, origins);
      if (asked && !(await asked)) await forgetWanted();
    },
    turnOffAutomatic: ({ site }) => turnOff(site),
  };
}
