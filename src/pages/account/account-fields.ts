import { translate } from '../../core/i18n.ts';
import type { AccountDraft } from '../../core/protocol/to-background.ts';
import type { AccountField, SavedAccount } from '../../core/service/account-view.ts';
import { type CertificateProblem, certificateBlocks, holdsPrivateKey } from '../../core/service/certificate-pem.ts';
import type { Credential, SignInMethod } from '../../core/service/credential.ts';
import type { Protection } from '../../core/service/keeping.ts';
import {
  type CredentialText,
  type PastedProblem,
  pastedCredential,
  pastedProblem,
} from '../../core/service/pasted-credential.ts';
import { parseServiceAddress } from '../../core/service/service-address.ts';
import { readCertificate } from './read-certificate.ts';

/** The form's fields, as typed. */
export interface AccountFields {
  readonly method: SignInMethod;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM text. */
  readonly certificate: string;
  readonly apiKey: string;
  readonly serviceAddress: string;
  readonly isRemembered: boolean;
  readonly hasPassphrase: boolean;
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

/** A field that is text; its label is the text of the same name. */
export type FieldName = Exclude<keyof AccountFields, 'method' | 'isRemembered' | 'hasPassphrase'>;

/** A field that may not stay empty. */
export type NeededField = Exclude<FieldName, 'passphrase' | 'passphraseAgain'>;

/** What is wrong with what was pasted. */
export type ContentProblem = CertificateProblem | PastedProblem;

/** What has to be put right in the form, and in which field. */
export type FormProblem =
  | { readonly kind: 'missing'; readonly field: NeededField }
  | { readonly kind: 'address'; readonly field: 'serviceAddress' }
  | ({ readonly kind: 'content'; readonly field: CredentialText | 'certificate' } & ContentProblem)
  /** Epoch milliseconds. */
  | { readonly kind: 'expired'; readonly field: 'certificate'; readonly expiredAt: number }
  | { readonly kind: 'short-passphrase'; readonly field: 'passphrase' }
  | { readonly kind: 'other-passphrase'; readonly field: 'passphraseAgain' };

/** Shortest passphrase, in characters (NIST SP 800-63B, section 5.1.1). */
export const SHORTEST_PASSPHRASE = 8;

/** The field that holds a method's secret. */
export const SECRET_FIELD = {
  'oauth-client': 'clientSecret',
  'oauth-certificate': 'certificate',
  'api-key': 'apiKey',
} as const satisfies Record<SignInMethod, FieldName & AccountField>;

/** The fields of a method that are one line of a credential. */
const TEXTS = {
  'oauth-client': ['clientId', 'clientSecret'],
  'oauth-certificate': ['clientId'],
  'api-key': ['apiKey'],
} as const satisfies Record<SignInMethod, readonly CredentialText[]>;

/** The form for a saved account: everything but its secrets. */
export function fieldsOf(saved: SavedAccount): AccountFields {
  return {
    method: saved.method ?? 'oauth-client',
    clientId: saved.clientId ?? '',
    clientSecret: '',
    certificate: '',
    apiKey: '',
    serviceAddress: saved.serviceAddress,
    isRemembered: saved.isRemembered,
    hasPassphrase: saved.hasPassphrase,
    passphrase: '',
    passphraseAgain: '',
  };
}

/** The fields that show what an administrator set; a secret of theirs is not shown. */
const SHOWN_FIELDS = ['method', 'clientId', 'serviceAddress'] as const;

/**
 * What a change of policy changes in an open form: what an administrator set takes the place of what was typed, and what
 * they took back gives way to the saved value.
 */
export function fieldsUnderPolicy(before: SavedAccount, now: SavedAccount): Partial<AccountFields> {
  const fields = fieldsOf(now);
  const touched = SHOWN_FIELDS.filter((name) => before.managed.includes(name) || now.managed.includes(name));
  return Object.fromEntries(touched.map((name) => [name, fields[name]]));
}

/** The fields as they were meant: without what came along with what was pasted into them. The same object where nothing did. */
export function asMeant(fields: AccountFields): AccountFields {
  const blocks = certificateBlocks(fields.certificate);
  const meant = {
    clientId: pastedCredential('clientId', fields.clientId),
    clientSecret: pastedCredential('clientSecret', fields.clientSecret),
    certificate: 'pem' in blocks ? blocks.pem : fields.certificate,
    apiKey: pastedCredential('apiKey', fields.apiKey),
  };
  const isAnother = (Object.keys(meant) as (keyof typeof meant)[]).some((name) => meant[name] !== fields[name]);
  return isAnother ? { ...fields, ...meant } : fields;
}

/** The problem of a field that holds a private key; in whatever form, it must not stay there. */
export function privateKeyProblem(field: CredentialText | 'certificate', value: string): FormProblem | undefined {
  const text = certificateBlocks(value);
  return 'problem' in text && holdsPrivateKey(text) ? { kind: 'content', field, ...text } : undefined;
}

/**
 * What an empty field for the secret stands for: nothing, the saved one, or one that was saved and cannot be used, and why. A
 * secret counts for the client and the address it was entered for.
 */
export type SavedSecret = 'none' | 'usable' | 'other-address' | 'other-client' | 'ended' | 'locked';

/** What the form says of the secret that is saved. */
export function savedSecret(fields: AccountFields, saved: SavedAccount): SavedSecret {
  if (saved.method !== fields.method) return 'none';
  if (saved.isLocked) return 'locked';
  if (!saved.isOpen) return saved.isRemembered ? 'none' : 'ended';
  if (parseServiceAddress(fields.serviceAddress) !== saved.serviceAddress) return 'other-address';
  return fields.method === 'api-key' || fields.clientId === saved.clientId ? 'usable' : 'other-client';
}

/** Whether the passphrase may stay empty: the saved one counts. */
export function isPassphraseSaved(fields: AccountFields, saved: SavedAccount): boolean {
  return saved.isOpen && saved.hasPassphrase && fields.passphrase === '';
}

/** What has to be put right in fields as meant before anything is sent. `nowMs` is in epoch milliseconds. */
export function findProblem(fields: AccountFields, saved: SavedAccount, nowMs: number): FormProblem | undefined {
  const missing = neededFields(fields, saved).find((name) => fields[name].trim() === '');
  if (missing) return { kind: 'missing', field: missing };
  if (parseServiceAddress(fields.serviceAddress) === undefined) return { kind: 'address', field: 'serviceAddress' };
  return textProblem(fields, saved) ?? certificateProblem(fields, nowMs) ?? passphraseProblem(fields, saved);
}

/** The account that fields as meant describe. */
export function toDraft(fields: AccountFields, saved: SavedAccount, isTested: boolean): AccountDraft {
  return {
    account: { serviceAddress: fields.serviceAddress.trim(), credential: toCredential(fields) },
    keeping: { isRemembered: fields.isRemembered, protection: toProtection(fields, saved) },
    isTested,
  };
}

function neededFields(fields: AccountFields, saved: SavedAccount): NeededField[] {
  const secret = SECRET_FIELD[fields.method];
  const needed = [
    ...(fields.method === 'api-key' ? [] : (['clientId'] as const)),
    ...(savedSecret(fields, saved) === 'usable' ? [] : [secret]),
    'serviceAddress' as const,
  ];
  return needed.filter((name) => !saved.managed.includes(name));
}

function textProblem(fields: AccountFields, saved: SavedAccount): FormProblem | undefined {
  for (const field of TEXTS[fields.method]) {
    const found = saved.managed.includes(field) ? undefined : pastedProblem(field, fields[field]);
    if (found) return { kind: 'content', field, ...found };
  }
  return undefined;
}

function certificateProblem({ method, certificate }: AccountFields, nowMs: number): FormProblem | undefined {
  if (method !== 'oauth-certificate' || certificate.trim() === '') return undefined;
  const blocks = certificateBlocks(certificate);
  const read = 'pem' in blocks ? readCertificate(blocks.pem) : blocks;
  if ('problem' in read) return { kind: 'content', field: 'certificate', ...read };
  return read.expiresAt <= nowMs ? { kind: 'expired', field: 'certificate', expiredAt: read.expiresAt } : undefined;
}

function passphraseProblem(fields: AccountFields, saved: SavedAccount): FormProblem | undefined {
  if (!fields.isRemembered || !fields.hasPassphrase || isPassphraseSaved(fields, saved)) return undefined;
  if ([...fields.passphrase].length < SHORTEST_PASSPHRASE) return { kind: 'short-passphrase', field: 'passphrase' };
  return fields.passphrase === fields.passphraseAgain
    ? undefined
    : { kind: 'other-passphrase', field: 'passphraseAgain' };
}

function toCredential({ method, clientId, clientSecret, certificate, apiKey }: AccountFields): Credential {
  switch (method) {
    case 'api-key':
      return { method, apiKey };
    case 'oauth-client':
      return { method, clientId, clientSecret };
    case 'oauth-certificate': {
      const blocks = certificateBlocks(certificate);
      if (!('pem' in blocks)) return { method, clientId, certificatePem: '' };
      const read = readCertificate(blocks.pem);
      return { method, clientId, certificatePem: blocks.pem, ...(!('problem' in read) && { certificate: read }) };
    }
  }
}

function toProtection(fields: AccountFields, saved: SavedAccount): Protection {
  if (!fields.isRemembered || !fields.hasPassphrase) return { kind: 'none' };
  if (isPassphraseSaved(fields, saved)) return { kind: 'same-passphrase' };
  return { kind: 'passphrase', passphrase: fields.passphrase };
}

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
