import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type CredentialText,
  isEnterpriseKey,
  pastedCredential,
  pastedProblem,
} from '../../../../src/core/service/pasted-credential.ts';
import { PASTED_TEXTS } from '../../../fixtures/pasted-texts.ts';
import { STANDARD_API_KEY } from '../../../sandbox/sandbox-credentials.ts';

const VALUES: readonly (readonly [CredentialText, string])[] = [
  ['apiKey', 'enterprise-desk-1'],
  ['apiKey', STANDARD_API_KEY],
  ['clientId', '5a4d0b0c-5a4d-0b0c'],
  ['clientSecret', 'Ab-9_+/~.x-Q='],
];

describe.each(VALUES)('%s %s', (field, value) => {
  it.each(Object.entries(PASTED_TEXTS))('is taken with what came along: %s', (_name, pasted) => {
    const meant = pastedCredential(field, pasted(value));
    expect(meant).toBe(value);
    expect(pastedProblem(field, meant)).toBeUndefined();
  });
});

describe('a key', () => {
  it.each([
    ['after a label of any kind', 'Ihr Schlüssel (neu): enterprise-1'],
    ['of a variable of any name', 'x="enterprise-1"'],
    ['with the comma behind it', 'enterprise-1,'],
    ['that a telephone began with a capital', 'Enterprise-1'],
  ])('is taken %s', (_name, text) => {
    expect(pastedCredential('apiKey', text)).toBe('enterprise-1');
  });

  it.each([
    ['an en dash, which may be one hyphen or two', 'enterprise–1', { problem: 'character', character: '–' }],
    ['a letter of another script', '\u0435nterprise-1', { problem: 'character', character: '\u0435' }],
    ['letters as wide as Chinese ones', 'ｅnterprise-1', { problem: 'character', character: 'ｅ' }],
    ['a character beyond 16 bits', 'enterprise-1😀', { problem: 'character', character: '😀' }],
    ['a quote on one side', '"enterprise-1', { problem: 'character', character: '"' }],
    ['a curly quote on one side', 'enterprise-1”', { problem: 'character', character: '”' }],
    ['brackets', '<enterprise-1>', { problem: 'character', character: '<' }],
    ['the full stop of a sentence', 'enterprise-1.', { problem: 'character', character: '.' }],
    ['stars in the place of what is hidden', 'enterprise-****', { problem: 'character', character: '*' }],
    ['a line break within', 'enterprise-1\nabc', { problem: 'space' }],
    ['words behind it', 'enterprise-1 please', { problem: 'space' }],
    ['a no-break space within', 'enterprise-1\u00A0abc', { problem: 'space' }],
    ['something before it', 'xenterprise-1', { problem: 'more' }],
    ['half a prefix', 'enterprise_1', { problem: 'more' }],
    ['two keys whose line ends were lost', 'enterprise-1enterprise-2', { problem: 'more' }],
    ['two lines of a file', 'API_KEY=enterprise-1CLIENT_SECRET=abc', { problem: 'more' }],
    ['a whole object', '{"client_id":"a","api_key":"enterprise-1"}', { problem: 'more' }],
    ['a key of the standard API with rubbish', `${STANDARD_API_KEY}”`, { problem: 'character', character: '”' }],
  ])('is not taken with %s', (_name, text, problem) => {
    expect(pastedProblem('apiKey', pastedCredential('apiKey', text))).toEqual(problem);
  });

  it('of the standard API is known for one, with what came along too', () => {
    for (const pasted of Object.values(PASTED_TEXTS)) {
      expect(isEnterpriseKey(pastedCredential('apiKey', pasted(STANDARD_API_KEY)))).toBe(false);
    }
  });
});

describe('a client secret', () => {
  it.each([
    ['p4ss=w0rd'],
    ['ab:cd'],
    ['YWJj=='],
    ['"half'],
    ["it's"],
    ['"a"b"'],
    ['two words'],
    ['Bearer of news'],
    ['x,y;'],
    ['{[(<>)]}'],
    ['a\\nb'],
    ['p4ss=“'.slice(0, -1)],
  ])('may be %s: nothing is taken away', (secret) => {
    expect(pastedCredential('clientSecret', secret)).toBe(secret);
    expect(pastedProblem('clientSecret', secret)).toBeUndefined();
  });

  it.each([
    ['a letter that no header takes', 'pässword', { problem: 'character', character: 'ä' }],
    ['an em dash', 'a—b', { problem: 'character', character: '—' }],
    ['what stands for an unreadable character', 'a\uFFFDb', { problem: 'character', character: '\uFFFD' }],
    ['a no-break space within', 'a\u00A0b', { problem: 'space' }],
    ['a line break within', 'a\nb', { problem: 'space' }],
    ['two lines of a file', 'CLIENT_ID=abcCLIENT_SECRET=def', { problem: 'more' }],
    ['a label of another value', 'abc Client secret: def', { problem: 'more' }],
  ])('is not taken with %s', (_name, text, problem) => {
    expect(pastedProblem('clientSecret', pastedCredential('clientSecret', text))).toEqual(problem);
  });
});

describe('a private key in the place of a credential', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  it.each(['apiKey', 'clientId', 'clientSecret'] as const)('is known for one: %s', (field) => {
    for (const text of [pem, pem.replaceAll('\n', ''), pem.replace(/-----.*-----|\n/g, ''), btoa(pem)]) {
      expect(pastedProblem(field, pastedCredential(field, text))).toEqual({ problem: 'private-key' });
    }
  });
});
