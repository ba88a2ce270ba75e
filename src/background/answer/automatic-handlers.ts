import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { checkShown } from '../automatic/check-shown.ts';
import { composeAutomatic } from '../automatic/compose-automatic.ts';
import { forgetWanted, turnOff, turnOn } from '../automatic/turn-on.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import type { Handlers } from './receive.ts';

type AutomaticMessage = 'imagesShown' | 'getAutomatic' | 'turnOnAutomatic' | 'turnOffAutomatic';

/** What the background does for the messages about images that are checked as they are shown. */
export function automaticHandlers(context: CheckContext, pageDesk: PageDesk): Pick<Handlers, AutomaticMessage> {
  return {
    async imagesShown(_request, sender) {
      // It is registered for top pages alone.
      if (sender.kind !== 'panel' || sender.frameId !== 0) throw new AppError({ code: 'message-refused' });
      await checkShown(context, pageDesk, sender.tabId).catch(logFault);
    },
    async getAutomatic({ tabId, isOpening }) {
      if (isOpening) await forgetWanted();
      return composeAutomatic(context, tabId);
    },
    turnOnAutomatic: ({ tabId, origins }) => turnOn(tabId, origins),
    turnOffAutomatic: ({ site }) => turnOff(site),
  };
}
