import { photographPage } from '../image-pages.ts';
import { PANEL_CASES } from '../panel-cases.ts';
import { expect, test } from './firefox-test.ts';

/** What holds in both browsers for the same reason: tried in Chromium. */
const ELSEWHERE = ['takes the focus back', 'dialog around the image', 'removes the dialog'];

const CASES = PANEL_CASES.filter(({ name }) => !ELSEWHERE.some((words) => name.includes(words)));

// From a private network, so that the panel asks before anything is sent.
for (const [at, { name, page: body, afterwards }] of CASES.entries()) {
  const tag = at === 0 ? '@quick' : [];
  test(`the panel's question is answered by the mouse in a page ${name}`, { tag }, async ({ user, pages, sandbox }) => {
    pages.setRoutes({ '/': body, '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.loopbackOrigin);
    const panel = await user.check('#image');
    await panel.waitForLine(/private network/);
    if (afterwards) await page.evaluate(afterwards);
    await panel.press('Check anyway');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')).toHaveLength(1);
    await panel.press('Close');
    await panel.waitUntilGone();
  });
}
