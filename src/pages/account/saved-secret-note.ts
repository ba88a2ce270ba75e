import { translate } from '../../core/i18n.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import { type AccountFields, SECRET_FIELD, savedSecret } from './account-fields.ts';

/** Why the saved secret does not count for what is in the form; undefined where it does, or another one is typed. */
export function savedSecretNote(fields: AccountFields, saved: SavedAccount): string | undefined {
  if (fields[SECRET_FIELD[fields.method]] !== '') return undefined;
  switch (savedSecret(fields, saved)) {
    case 'other-address':
      return translate('secretOtherAddress', saved.serviceAddress);
    case 'other-client':
      return translate('secretOtherClient', saved.clientId ?? '');
    case 'ended':
      return translate('secretEnded');
    case 'locked':
      return translate('secretLocked');
    default:
      return undefined;
  }
}
