import type { PanelAction, PanelView } from '../protocol/panel-view.ts';
import { sendToBackground } from '../protocol/send-to-background.ts';

/** Tells the background which button of a check was pressed. */
export function sendAction(action: PanelAction, view: PanelView, isRemembered: boolean): Promise<unknown> {
  const { checkId, accessOrigin: origin, parentId = checkId } = view;
  switch (action) {
    case 'check-anyway':
      return sendToBackground('agreeToSend', { checkId, isRemembered });
    case 'cancel':
      return sendToBackground('cancelCheck', { checkId });
    case 'retry':
    case 'check-again':
      return sendToBackground('retryCheck', { checkId });
    case 'check-firmness':
      return sendToBackground('checkFirmness', { checkId });
    case 'check-by-parts':
      return sendToBackground('checkByParts', { checkId });
    case 'check-part':
      return sendToBackground('openPartPicker', { checkId });
    case 'show-whole':
      return sendToBackground('showCheck', { checkId: parentId });
    case 'unlock':
      return sendToBackground('openPopup', {});
    case 'open-options':
      return sendToBackground('openOptions', {});
    case 'open-results':
    case 'inspect':
      return sendToBackground('openResults', { checkId, isInspected: action === 'inspect' });
    case 'open-side-panel':
      return sendToBackground('openSidePanel', { checkId });
    case 'open-trust':
      return sendToBackground('openTrust', {});
    default:
      return sendToBackground('answerAccess', { checkId, answer: action, ...(origin !== undefined && { origin }) });
  }
}
