import { makeSignedFiles, type SignedName } from '../../fixtures/c2pa/signed-files.ts';
import { makeStableDiffusionPng } from '../../fixtures/make-fixtures.ts';
import { pageWithImage } from '../image-pages.ts';
import { test } from './headless-test.ts';

async function f(name: SignedName) {
  const file = (await makeSignedFiles()).files.get(name)!;
  return { body: file.bytes, type: file.type };
}
for (const scheme of ['light', 'dark'] as const) {
  test('shots ' + scheme, async ({ user, pages, sandbox, chromium }) => {
    const shot = async (name: string, route: { body: Uint8Array; type: string }, wait: RegExp, open?: string) => {
      pages.setRoutes({ '/': pageWithImage('/a', 'width="500" style="margin-left:20px"'), '/a': route });
      const page = await user.visit(pages.origin);
      await page.setViewportSize({ width: 900, height: 760 });
      await page.emulateMedia({ colorScheme: scheme });
      const panel = await user.check(page, '#image');
      await panel.waitForLine(wait);
      if (open) await panel.pressSummary(open);
      await page.screenshot({ path: `/tmp/marks-shots/${scheme}-${name}.png` });
      await page.close();
    };
    await shot('noaccount', await f('edited'), /They /);
    const popup = await user.openOwnPage('popup.html');
    await popup.emulateMedia({ colorScheme: scheme });
    const { body, type } = await f('other pixels');
    await popup
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'changed.jpg', mimeType: type, buffer: Buffer.from(body) });
    await popup.getByText('broken').first().waitFor();
    await popup.screenshot({ path: `/tmp/marks-shots/${scheme}-popup.png`, fullPage: true });
    await popup.close();
    await user.signIn();
    sandbox.always('/image', { body: { isAI: false, confidence: 0.04 } });
    await shot('disagree', await f('jpeg'), /disagree/, 'Details');
    await shot('traces', { body: makeStableDiffusionPng(), type: 'image/png' }, /traces/);
    await shot('plain', await f('jpeg, stripped'), /either way/);
  });
}
