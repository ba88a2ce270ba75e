import { orAbsent, storedItem } from '../../core/store/stored-item.ts';
import { type AccessToken, accessTokenSchema, type TokenStore } from '../service/access-token.ts';

const item = storedItem<AccessToken | undefined>({
  key: 'session:accessToken',
  schema: orAbsent(accessTokenSchema),
  initial: undefined,
  version: 1,
});

/** The access token: outlives the service worker, never the browser, and is never on disk. */
export const accessTokenItem: TokenStore = item;
