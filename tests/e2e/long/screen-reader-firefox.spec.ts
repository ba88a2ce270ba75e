import { test } from '../firefox/firefox-test.ts';
import { startScreenReader } from '../harness/screen-reader.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';

// Of the toolbar's popup Orca says nothing in Firefox (docs/browser-facts.md): keyboard-firefox.spec.ts walks its tree instead.

test('a check, as Orca says it in Firefox @quick', async ({ user, pages, sandbox, desktop }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  await user.visit(pages.origin);
  const reader = await startScreenReader(desktop);
  const held = sandbox.hold('/image');
  await user.check('#image');
  await reader.waitForSpeech(/^BitMind check/, 'Waiting for BitMind…');
  held.release();
  await reader.waitForSpeech('Likely not AI-generated. AI likelihood 4%');
  await reader.stop();
});
