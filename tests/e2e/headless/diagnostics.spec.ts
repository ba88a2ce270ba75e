import type { Page } from '@playwright/test';
import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

/** What is on the clipboard, by pasting it; waits until that is something. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    (document.querySelector('dialog[open]') ?? document.body).append(field); // Outside a modal dialog, all is inert.
  });
  const field = page.locator('#pasted');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(field).not.toHaveValue('');
  const text = await settled('a text is pasted as a whole', () => field.inputValue());
  await field.evaluate((element) => element.remove());
  return text;
}

/** Everything that a page hears when something is copied. */
function listenToCopying(): void {
  const heard: string[] = [];
  Reflect.set(window, 'heard', heard);
  for (const capture of [true, false]) {
    window.addEventListener(
      'copy',
      (event) => heard.push('copy', String(getSelection()), event.clipboardData?.getData('text') ?? ''),
      { capture },
    );
  }
}

test('diagnostics are copied in a page without TLS: no address unless ticked, never a secret, and nothing for the page @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ '/story': pageWithImage('/photo.jpg?token=of-the-site'), '/photo.jpg': photographPage() });
  await user.signIn();
  sandbox.always('/image', { status: 400, body: { detail: `not with ${SANDBOX_API_KEY}` } });
  const page = await user.visit(`${pages.origin}/story`);
  await page.evaluate(listenToCopying);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Not checked');
  await panel.pressSummary('Details');
  await panel.press('Copy diagnostics');
  await panel.waitForLine('Copied');
  const plain = await pasted(page);
  expect(plain).toMatch(/^check-with-bitmind: \d+\.\d+\.\d+\nbrowser: .*Chrome\//);
  expect(plain).toContain('error: input-refused\n');
  expect(plain).toMatch(/\+\d+ ms: queued\n\+\d+ ms: reading\n\+\d+ ms: uploading\n(.*\n)*\+\d+ ms: failed\n$/);
  expect(plain).not.toMatch(/\.example|127\.0\.0\.1|photo|story|token/);

  await panel.tick('Include the addresses of the page and the media');
  await panel.press('Copied');
  await expect.poll(() => pasted(page)).toContain(`page: ${pages.origin}/story\n`);
  const whole = await pasted(page);
  expect(whole).toContain(`address: ${pages.origin}/photo.jpg?token=of-the-site\n`);
  expect(plain + whole).not.toContain(SANDBOX_API_KEY);

  const heard = () => page.evaluate('heard.join()');
  expect(await settled('it has been copied', heard)).not.toContain('check-with-bitmind');
});

test('diagnostics of a result are copied on the results page', async ({ user, pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine(/^Likely not/);
  const results = await user.openOwnPage('results.html');
  await results.locator('tbody').getByRole('button', { name: 'Details' }).click();
  await results.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(results.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await pasted(results);
  expect(text).toMatch(/^check-with-bitmind: /);
  expect(text).toContain('state: done\n');
  expect(text).not.toContain('.example');

  await results.context().route('https://bitmind.ai/', (route) => route.fulfill({ body: 'BitMind' }));
  const opened = results.context().waitForEvent('page');
  await results.getByRole('button', { name: 'This seems wrong' }).click();
  await (await opened).waitForURL('https://bitmind.ai/');
  await results.bringToFront();
  await expect(results.getByRole('button', { name: 'Copied. Nothing was sent.' })).toBeVisible();
  await expect
    .poll(() => pasted(results))
    .toMatch(/^this seems wrong: isAI false, .*\nsha256: \w{64}\ncheck-with-bitmind: /);
});
