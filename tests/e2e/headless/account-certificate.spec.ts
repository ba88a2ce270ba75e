import { ENDED_CERTIFICATE_PEM } from '../../fixtures/certificates.ts';
import { SANDBOX_CERTIFICATE_PEM } from '../../sandbox/sandbox-credentials.ts';
import { CERTIFICATE_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { expect, test } from './headless-test.ts';

test.describe('a certificate', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';

  test('is read from a file, and says whose it is @quick', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    const { fields, method } = CERTIFICATE_ACCOUNT;
    await fillAccountForm(options, {
      method,
      fields: { ...fields, 'Certificate (PEM)': '' },
      serviceAddress: sandbox.origin,
    });
    const pem = Buffer.from(SANDBOX_CERTIFICATE_PEM.replaceAll('\n', '\r\n'));
    await options.getByLabel('Certificate file').setInputFiles({ name: 'a.crt', mimeType: '', buffer: pem });
    await expect(options.getByText('CN=check-with-bitmind sandbox client').first()).toBeVisible();
    await expect(options.getByText('October 31, 2126')).toBeVisible();
    await options.getByRole('button', { name: 'Save and test' }).click();
    await expect(options.getByRole('status')).toContainText('Connected.');
    const [token] = sandbox.requests('/v1/oauth/token');
    expect(token?.headers['x-client-cert']).toBe(Buffer.from(SANDBOX_CERTIFICATE_PEM).toString('base64'));
  });

  const refused = [
    ['client-and-key.pem', Buffer.from(SANDBOX_CERTIFICATE_PEM + key), /private key/],
    ['notes.txt', Buffer.from('hello'), /contains no certificate/],
  ] as const;
  test('that cannot be used is refused, and nothing of it stays in the page', async ({ user }) => {
    const options = await user.openOwnPage('options.html');
    await options.getByRole('radio', { name: 'OAuth client with certificate' }).check();
    for (const [name, buffer, words] of refused) {
      await options.getByLabel('Certificate file').setInputFiles({ name, mimeType: '', buffer });
      await expect(options.getByRole('status')).toContainText(words);
      await expect(options.getByRole('textbox', { name: 'Certificate (PEM)' })).toHaveValue('');
    }
  });

  test('whose private key was pasted with it is taken out at once', async ({ user }) => {
    const options = await user.openOwnPage('options.html');
    await options.getByRole('radio', { name: 'OAuth client with certificate' }).check();
    const field = options.getByRole('textbox', { name: 'Certificate (PEM)' });
    await field.fill(SANDBOX_CERTIFICATE_PEM + key);
    await expect(options.getByRole('status')).toContainText(/private key/);
    await expect(field).toHaveValue('');
  });

  test('is warned about 30 days before its end, and wrong after it', async ({ user, chromium }) => {
    await user.signIn(CERTIFICATE_ACCOUNT);
    const days = [
      ['2126-09-30', undefined],
      ['2126-10-02', 'The certificate expires on October 31, 2126. Ask BitMind for a new one before then.'],
      ['2126-11-01', 'The certificate expired on October 31, 2126.'],
    ] as const;
    for (const file of ['options.html', 'popup.html']) {
      for (const [day, words] of days) {
        const page = await chromium.context.newPage();
        // Not Playwright's clock: that is the whole browser's, and goes on in the tests after this one.
        await page.addInitScript((now) => (Date.now = () => now), Date.parse(day));
        await page.goto(`chrome-extension://${chromium.extensionId}/${file}`);
        await page.getByText(file === 'popup.html' ? 'Connected' : 'Valid until').waitFor();
        await expect(page.getByText(words ?? /^The certificate end/)).toHaveCount(words ? 1 : 0);
        await page.close();
      }
    }
  });

  test('that has ended is not sent', async ({ user, sandbox }) => {
    const options = await user.openOwnPage('options.html');
    const fields = { 'Client ID': 'a', 'Certificate (PEM)': ENDED_CERTIFICATE_PEM };
    await fillAccountForm(options, { method: CERTIFICATE_ACCOUNT.method, fields, serviceAddress: sandbox.origin });
    await options.getByRole('button', { name: 'Save and test' }).click();
    await expect(options.getByRole('status')).toContainText(/expired on .*2020/);
    expect(sandbox.requests()).toHaveLength(0);
  });
});
