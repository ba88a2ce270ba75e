import { evaluateInTarget, type ServiceWorkerOwner } from './service-worker.ts';

/** What stands in the popup of the toolbar's button, which Playwright does not see; undefined while there is none. */
export async function toolbarPopupText({ browserSession, extensionId }: ServiceWorkerOwner): Promise<unknown> {
  const { targetInfos } = await browserSession.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url === `chrome-extension://${extensionId}/popup.html`);
  return popup && evaluateInTarget(browserSession, popup.targetId, 'document.body.innerText');
}
