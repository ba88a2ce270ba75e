import { type Account, accountSchema } from '../bitmind/credential.ts';
import { orAbsent, storedItem } from './stored-item.ts';

/** The account in use. Holds secrets: read by the background alone. */
export const accountItem = storedItem<Account | undefined>({
  key: 'local:account',
  schema: orAbsent(accountSchema),
  initial: undefined,
  version: 1,
});
