import { beforeAll, describe, expect, it } from 'vitest';
import { savedAccount } from '../../../../src/background/service/saved-account.ts';
import type { SavedAccount } from '../../../../src/core/service/account-view.ts';
import {
  type AccountFields,
  asMeant,
  fieldsOf,
  fieldsUnderPolicy,
  findProblem,
  savedSecretNote,
  toDraft,
} from '../../../../src/pages/account/account-fields.ts';
import { problemText } from '../../../../src/pages/account/problem-text.ts';
import { readCertificate } from '../../../../src/pages/account/read-certificate.ts';
import { ENDED_CERTIFICATE_PEM, OTHER_CERTIFICATE_PEM } from '../../../fixtures/certificates.ts';
import { SANDBOX_CERTIFICATE_PEM } from '../../../sandbox/sandbox-credentials.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const NOW = Date.UTC(2026, 10, 24);
const NOBODY: SavedAccount = savedAccount({ state: 'none' }, {});
const SOMEBODY: SavedAccount = savedAccount(
  {
    state: 'open',
    account: {
      serviceAddress: 'https://desk.example',
      credential: { method: 'oauth-client', clientId: 'desk', clientSecret: 'a' },
    },
    isRemembered: true,
    hasPassphrase: true,
  },
  {},
);

function sentence(fields: Partial<AccountFields>, saved = NOBODY): string | undefined {
  const problem = findProblem(asMeant({ ...fieldsOf(saved), ...fields }), saved, NOW);
  return problem && problemText(problem);
}

const KEY = { method: 'api-key', apiKey: 'enterprise-1' } as const;
const CRLF = SANDBOX_CERTIFICATE_PEM.replaceAll('\n', '\r\n');
const CERTIFICATE = { method: 'oauth-certificate', clientId: 'a' } as const;

describe('the form', () => {
  it.each<[string, Partial<AccountFields>, RegExp]>([
    ['nothing filled in', {}, /your client ID/],
    ['no secret', { clientId: 'a' }, /your client secret/],
    ['no key', { method: 'api-key' }, /your API key/],
    ['no certificate', CERTIFICATE, /your certificate/],
    ['no address', { ...KEY, serviceAddress: ' ' }, /the service address/],
    ['an http address', { ...KEY, serviceAddress: 'http://enterprise.bitmind.ai' }, /must be an https address/],
    ['no PEM', { ...CERTIFICATE, certificate: 'hello' }, /contains no certificate/],
    ['a dash in a key', { ...KEY, apiKey: 'enterprise–1' }, /“API key” contains the character “–” \(U\+2013\)/],
    ['words in a key', { ...KEY, apiKey: 'enterprise-1 please' }, /“API key” contains a space/],
    ['two values in a secret', { clientId: 'a', clientSecret: 'b client_id=c' }, /“Client secret” contains more/],
    ['a letter in an ID', { clientId: 'ä', clientSecret: 'b' }, /“Client ID” contains the character “ä” \(U\+00E4\)/],
    ['a key as the secret', { clientId: 'a', clientSecret: '-----BEGIN PRIVATE KEY-----' }, /private key/],
    [
      'half a certificate',
      { ...CERTIFICATE, certificate: SANDBOX_CERTIFICATE_PEM.slice(0, 200) },
      /incomplete or damaged/,
    ],
    ['a private key', { ...CERTIFICATE, certificate: '-----BEGIN PRIVATE KEY-----' }, /private key/],
    [
      'what only looks like a certificate',
      { ...CERTIFICATE, certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      /contains no certificate/,
    ],
    ['a certificate that has ended', { ...CERTIFICATE, certificate: ENDED_CERTIFICATE_PEM }, /expired on .*2020/],
    ['a short passphrase', { ...KEY, hasPassphrase: true, passphrase: '1234567' }, /at least 8 characters/],
    ['two passphrases', { ...KEY, hasPassphrase: true, passphrase: '12345678', passphraseAgain: '1' }, /don’t match/],
  ])('with %s says what to put right', (_name, fields, words) => {
    expect(sentence(fields)).toMatch(words);
  });

  it.each<[string, Partial<AccountFields>]>([
    ['a key', KEY],
    ['an OAuth client', { clientId: 'a', clientSecret: 'b' }],
    ['a certificate', { ...CERTIFICATE, certificate: CRLF }],
    ['a service on this computer', { ...KEY, serviceAddress: 'http://127.0.0.1:8080/' }],
    ['a passphrase that does not count', { ...KEY, isRemembered: false, hasPassphrase: true, passphrase: '1' }],
  ])('is ready with %s', (_name, fields) => {
    expect(sentence(fields)).toBeUndefined();
  });

  it('needs no secret for the saved client, and a new one for another client or address', () => {
    expect(sentence({}, SOMEBODY)).toBeUndefined();
    expect(sentence({ clientId: 'other' }, SOMEBODY)).toMatch(/your client secret/);
    expect(sentence({ serviceAddress: 'https://other.example' }, SOMEBODY)).toMatch(/your client secret/);
  });

  const label = { serviceAddress: 'https://desk.example', method: 'oauth-client', clientId: 'desk' } as const;
  const LOCKED = savedAccount({ state: 'locked', label }, {});
  const ENDED = savedAccount({ state: 'ended', label }, {});
  it.each<[string, SavedAccount, Partial<AccountFields>, string | undefined]>([
    ['the saved client', SOMEBODY, {}, undefined],
    ['another client', SOMEBODY, { clientId: 'other' }, 'Enter it again: the saved one belongs to the client ID desk.'],
    [
      'another address',
      SOMEBODY,
      { serviceAddress: 'https://other.example' },
      'Enter it again: the saved one is sent only to https://desk.example.',
    ],
    ['another client with its secret', SOMEBODY, { clientId: 'other', clientSecret: 'b' }, undefined],
    ['another method', SOMEBODY, { method: 'api-key' }, undefined],
    ['nobody', NOBODY, {}, undefined],
    ['a locked account', LOCKED, {}, 'Saved, but locked. Enter your passphrase above, or a new value here.'],
    ['an account of before the start', ENDED, {}, 'Enter it again: it was removed when the browser closed.'],
  ])('says why the saved secret does not count for %s', (_name, saved, fields, words) => {
    expect(savedSecretNote({ ...fieldsOf(saved), ...fields }, saved)).toBe(words);
  });

  it('keeps the passphrase that was set, until another is typed', () => {
    const keeping = (fields: Partial<AccountFields>) =>
      toDraft({ ...fieldsOf(SOMEBODY), ...fields }, SOMEBODY, true).keeping.protection;
    expect(keeping({})).toEqual({ kind: 'same-passphrase' });
    expect(keeping({ passphrase: 'another one' })).toEqual({ kind: 'passphrase', passphrase: 'another one' });
    expect(keeping({ hasPassphrase: false })).toEqual({ kind: 'none' });
  });

  it('shows and sends what was meant, whatever came along with what was pasted', () => {
    const pasted = { clientId: '"desk"', clientSecret: '\u200Ba', certificate: CRLF, apiKey: 'Bearer enterprise-1' };
    const meant = asMeant({ ...fieldsOf(NOBODY), ...pasted });
    expect(meant).toMatchObject({ clientId: 'desk', clientSecret: 'a', certificate: SANDBOX_CERTIFICATE_PEM });
    expect(toDraft({ ...meant, method: 'api-key' }, NOBODY, true).account.credential).toEqual(KEY);
  });

  it('leaves what is wrong as it is, to be put right', () => {
    const fields = { ...fieldsOf(NOBODY), clientSecret: 'pässword', certificate: 'hello', apiKey: 'enterprise–1' };
    expect(asMeant(fields)).toEqual(fields);
  });
});

describe('a change of policy while the form is open', () => {
  const theirs = savedAccount({ state: 'none' }, { clientId: 'theirs', serviceAddress: 'https://desk.example' });
  const others = savedAccount({ state: 'none' }, { clientId: 'others', serviceAddress: 'https://desk.example' });

  it('shows what was set, also where another value was set before', () => {
    expect(fieldsUnderPolicy(NOBODY, theirs)).toEqual({ clientId: 'theirs', serviceAddress: 'https://desk.example' });
    expect(fieldsUnderPolicy(theirs, others)).toMatchObject({ clientId: 'others' });
  });

  it('gives the saved values back when it goes, and leaves alone what was typed', () => {
    expect(fieldsUnderPolicy(theirs, SOMEBODY)).toEqual({ clientId: 'desk', serviceAddress: 'https://desk.example' });
    expect(fieldsUnderPolicy(NOBODY, SOMEBODY)).toEqual({});
  });
});

describe('a certificate', () => {
  it('is told by subject, issuer and end', () => {
    expect(readCertificate(OTHER_CERTIFICATE_PEM)).toEqual({
      subject: 'C=AT, O=Example Desk, CN=other client',
      issuer: 'C=AT, O=Example Desk, CN=other client',
      expiresAt: Date.UTC(2126, 9, 31, 21, 32, 29),
    });
  });
});

it('fields into which nothing came along stay the same object, so that nothing is drawn anew while somebody types', () => {
  const fields = fieldsOf(NOBODY);
  expect(asMeant(fields)).toBe(fields);
  expect(asMeant({ ...fields, apiKey: ' enterprise-1 ' }).apiKey).toBe('enterprise-1');
});
