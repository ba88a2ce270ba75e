import { generateKeyPairSync } from 'node:crypto';
import type { Page } from '@playwright/test';
import { PASTED_PEMS, PEM_FILES } from '../../fixtures/pasted-certificates.ts';
import { PASTED_TEXTS } from '../../fixtures/pasted-texts.ts';
import { SANDBOX_API_KEY, SANDBOX_CERTIFICATE_PEM, STANDARD_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { API_KEY_ACCOUNT, CERTIFICATE_ACCOUNT, fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { expect, test } from './headless-test.ts';

const CERTIFICATE = 'Certificate (PEM)';
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const keyDer = privateKey.export({ type: 'sec1', format: 'der' });
const headerOf = (pem: string) => Buffer.from(pem).toString('base64');

const saveAndTest = (options: Page) => options.getByRole('button', { name: 'Save and test' }).click();

test.describe('what came along with what was pasted', () => {
  test('is left out of each field', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    const clean = (fields: Readonly<Record<string, string>>, [field, text]: readonly [string, string]) => ({
      ...fields,
      [field]: PASTED_TEXTS[text]?.(fields[field] ?? '') ?? '',
    });
    for (const [account, ...texts] of [
      [API_KEY_ACCOUNT, ['API key', 'a byte order mark and a line end']],
      [OAUTH_ACCOUNT, ['Client secret', 'a zero-width space before it'], ['Client ID', 'a variable']],
    ] as const) {
      const fields = texts.reduce(clean, account.fields);
      await fillAccountForm(options, { ...account, fields, serviceAddress: sandbox.origin });
      await saveAndTest(options);
      await expect(options.getByRole('status')).toContainText('Connected.');
      await options.reload();
    }
    expect(sandbox.requests('/status')).toHaveLength(2); // The sandbox takes the very values alone.
  });

  test('is named where nobody can tell what was meant, and nothing is sent', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    const refused = [
      ['enterprise–sandbox–key', 'contains the character “–” (U+2013)'],
      [`${SANDBOX_API_KEY} please`, 'contains a space'],
      [`“${STANDARD_API_KEY}`, 'contains the character ““” (U+201C)'],
      [`\u200B"${STANDARD_API_KEY}"`, 'is for BitMind’s standard API'],
    ] as const;
    for (const [key, words] of refused) {
      const account = { ...API_KEY_ACCOUNT, fields: { 'API key': key }, serviceAddress: sandbox.origin };
      await fillAccountForm(options, account);
      await saveAndTest(options);
      await expect(options.getByRole('status')).toContainText(words);
    }
    expect(sandbox.requests('/status')).toHaveLength(0);
  });
});

test.describe('a certificate as people have it', () => {
  const pasted = [
    'with \\n as two letters',
    'with no-break spaces and indentation',
    'with en dashes',
    'with zero-width spaces',
  ];
  test('is taken from the clipboard, shown clean and sent clean @quick', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    for (const how of pasted) {
      const fields = {
        ...CERTIFICATE_ACCOUNT.fields,
        [CERTIFICATE]: PASTED_PEMS[how]?.(SANDBOX_CERTIFICATE_PEM) ?? '',
      };
      await fillAccountForm(options, { ...CERTIFICATE_ACCOUNT, fields, serviceAddress: sandbox.origin });
      await expect(options.getByRole('textbox', { name: CERTIFICATE }), how).toHaveValue(SANDBOX_CERTIFICATE_PEM);
    }
    await saveAndTest(options);
    await expect(options.getByRole('status')).toContainText('Connected.');
    const headers = sandbox.requests().map((request) => request.headers['x-client-cert']);
    expect(headers.filter((header) => header === headerOf(SANDBOX_CERTIFICATE_PEM))).toHaveLength(2);
  });

  const files: readonly (readonly [string, Buffer])[] = [
    ...Object.entries(PEM_FILES).map(([how, written]) => [how, written(SANDBOX_CERTIFICATE_PEM)] as const),
    ['DER', Buffer.from(SANDBOX_CERTIFICATE_PEM.replace(/-----.*-----|\s/g, ''), 'base64')],
  ];
  test('is taken from a file, whatever wrote it', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    for (const [how, buffer] of files) {
      const fields = { ...CERTIFICATE_ACCOUNT.fields, [CERTIFICATE]: '' };
      await fillAccountForm(options, { ...CERTIFICATE_ACCOUNT, fields, serviceAddress: sandbox.origin });
      await options.getByLabel('Certificate file').setInputFiles({ name: 'client.crt', mimeType: '', buffer });
      await expect(options.getByRole('textbox', { name: CERTIFICATE }), how).toHaveValue(SANDBOX_CERTIFICATE_PEM);
    }
    await saveAndTest(options);
    await expect(options.getByRole('status')).toContainText('Connected.');
    expect(sandbox.requests('/v1/oauth/token')[0]?.headers['x-client-cert']).toBe(headerOf(SANDBOX_CERTIFICATE_PEM));
  });
});

test.describe('a private key', () => {
  const all = [
    'as it is',
    'with \\n as two letters',
    'with en dashes',
    'with zero-width spaces',
    'in base64 once more',
  ];
  const fields = [
    [CERTIFICATE_ACCOUNT, CERTIFICATE, all],
    [OAUTH_ACCOUNT, 'Client secret', all.slice(0, 1)],
    [API_KEY_ACCOUNT, 'API key', all.slice(-1)],
  ] as const;
  test('leaves each field at once', async ({ user }) => {
    const options = await user.openOwnPage('options.html');
    for (const [{ method }, name, forms] of fields) {
      await options.getByRole('radio', { name: method, exact: true }).check();
      const field = options.getByRole('textbox', { name, exact: true });
      for (const form of forms) {
        await field.fill(PASTED_PEMS[form]?.(keyPem) ?? '');
        await expect(field, form).toHaveValue('');
        await expect(options.getByRole('status')).toContainText(/private key/);
      }
      await options.reload(); // The words of one are not to stand for the next.
    }
  });

  test('is refused in a file', async ({ user }) => {
    const options = await user.openOwnPage('options.html');
    await options.getByRole('radio', { name: CERTIFICATE_ACCOUNT.method }).check();
    // What writes files so is read in the same way as a certificate's.
    for (const buffer of [Buffer.from(keyPem), keyDer]) {
      await options.getByLabel('Certificate file').setInputFiles({ name: 'client.pem', mimeType: '', buffer });
      await expect(options.getByRole('status')).toContainText(/private key/);
      await expect(options.getByRole('textbox', { name: CERTIFICATE })).toHaveValue('');
      await options.reload();
      await options.getByRole('radio', { name: CERTIFICATE_ACCOUNT.method }).check();
    }
  });
});
