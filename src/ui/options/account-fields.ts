import type { SavedAccount } from '../../bitmind/account-view.ts';
import type { Account, SignInMethod } from '../../bitmind/credential.ts';
import { parseServiceAddress } from '../../bitmind/service-address.ts';

/** The form's fields, as typed. */
export interface AccountFields {
  readonly method: SignInMethod;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKey: string;
  readonly serviceAddress: string;
}

/** A field that is text. */
export type FieldName = Exclude<keyof AccountFields, 'method'>;

/** The first field that must be filled and is not. A saved secret may stay empty, for the address it was entered for. */
export function missingField(fields: AccountFields, saved: SavedAccount): FieldName | undefined {
  const secret: FieldName = fields.method === 'api-key' ? 'apiKey' : 'clientSecret';
  const needed: FieldName[] = fields.method === 'api-key' ? [] : ['clientId'];
  const isSameAddress = parseServiceAddress(fields.serviceAddress) === saved.serviceAddress;
  const isSameClient = fields.method === 'api-key' || fields.clientId.trim() === saved.clientId;
  if (saved.method !== fields.method || !isSameAddress || !isSameClient) needed.push(secret);
  return [...needed, 'serviceAddress' as const].find((name) => fields[name].trim() === '');
}

/** The account the fields describe. White space around a pasted value is never part of it. */
export function toAccount(fields: AccountFields): Account {
  const serviceAddress = fields.serviceAddress.trim();
  if (fields.method === 'api-key') {
    return { serviceAddress, credential: { method: 'api-key', apiKey: fields.apiKey.trim() } };
  }
  const clientId = fields.clientId.trim();
  return {
    serviceAddress,
    credential: { method: 'oauth-client', clientId, clientSecret: fields.clientSecret.trim() },
  };
}
