import type { AutomaticView } from '../../core/protocol/automatic-view.ts';
import { imageOrigins } from '../browser/image-origins.ts';
import { pageInTab } from '../browser/tab-page.ts';
import type { CheckContext } from '../check/check-context.ts';
import { isPrivateAddress } from '../read/private-address.ts';
import { automaticState } from './automatic-state.ts';
import { hasAccount } from './check-shown.ts';

/** More hosts than this make no prompt that anybody would read. */
const MOST_ORIGINS = 20;

/** How it stands for the page in a tab; undefined where images are never checked as they are shown. */
export async function composeAutomatic(context: CheckContext, tabId: number): Promise<AutomaticView | undefined> {
  const state = await automaticState(await pageInTab(tabId));
  if (!state) return undefined;
  const isAsked = state.state !== 'on' && !(state.isManaged && state.state === 'off');
  const seen = isAsked ? await imageOrigins(tabId) : [];
  const origins = new Set([state.origin, ...seen.filter((origin) => !isPrivateAddress(new URL(origin)))]);
  return { ...state, isSignedOut: !(await hasAccount(context)), origins: [...origins].slice(0, MOST_ORIGINS) };
}
