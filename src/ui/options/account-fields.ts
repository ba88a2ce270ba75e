import type { Account, SignInMethod } from '../../bitmind/credential.ts';

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

/** The first field that must be filled and is not; a saved secret may stay empty. */
export function missingField(fields: AccountFields, savedMethod: SignInMethod | undefined): FieldName | undefined {
  const secret: FieldName = fields.method === 'api-key' ? 'apiKey' : 'clientSecret';
  const needed: FieldName[] = fields.method === 'api-key' ? [] : ['clientId'];
  if (savedMethod !== fields.method) needed.push(secret);
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
