import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test('diagnostics are copied in a page without TLS @quick', async ({ user, pages, desktop, firefox }) => {
  await firefox.menuItemMade();
  const { body } = pageWithImage('/photo.jpg');
  pages.setRoutes({ '/': { body: `${body}<textarea id="field"></textarea>` }, '/photo.jpg': photographPage() });
  const page = await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.waitForLine('Sign in to get a verdict');
  await panel.pressSummary('Details');
  await panel.press('Copy diagnostics');
  await firefoxPageTree(desktop).waitForRole('button', 'Copied');
  await page.focus('#field');
  await desktop.input.key('ctrl+v');
  const text = await waitFor(
    'what was copied',
    async () => (await page.$eval('#field', (field) => (field as HTMLTextAreaElement).value)) || undefined,
  );
  expect(text).toMatch(/^check-with-bitmind: \d+\.\d+\.\d+\nbrowser: .*Firefox\//);
  expect(text).toContain('error: not-signed-in\n');
  expect(text).not.toContain('.example');
});
