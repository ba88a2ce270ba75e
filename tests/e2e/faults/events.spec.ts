import { expectOthersGoOn } from '../../faults/expect-others-go-on.ts';
import { LOST, runEventCase } from '../../faults/run-event-case.ts';
import { createPageServer } from '../../fixtures/serve-pages.ts';
import { waitForBadges } from '../badges-on-images.ts';
import { gallery } from '../gallery.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { checkAutomatically, stopCheckingAutomatically } from '../headless/check-automatically.ts';
import { browserEventCases } from './browser-events.ts';
import { expect, test } from './fault-test.ts';

test.describe.configure({ mode: 'default' });

for (const { kind, event, state } of browserEventCases())
  test(`${kind}: ${event.name} while a check is ${state.name}`, ({ bed }) => runEventCase(bed, kind, event, state));

test('image: after its verdict the extension is reloaded: that stays, and what can be done no more says so', async ({
  bed,
}) => {
  bed.sandbox.reset();
  const { shown } = await bed.begin('image');
  await shown.waitForLine('Likely not AI-generated');
  // Until it has that, the panel listens, and would say by itself that nobody speaks.
  await shown.pressSummary('What the file says');
  await shown.waitForLine(/^No Content Credentials/);
  await bed.reloadExtension();
  await shown.press('Check again');
  expect(await shown.waitForLine(LOST)).toContain('Likely not AI-generated');
  await shown.pressSummary('What this means');
  await shown.waitForLine('A likelihood is a judgement, not a proof.');
  await shown.pressSummary('Details');
  await shown.press('Copy diagnostics');
  await shown.waitForButtons(['Close', 'Copied', 'This seems wrong']);
  await bed.openPage();
  await expectOthersGoOn(bed);
});

test('a page whose images are checked as they are shown is taken over by the extension that was reloaded', async ({
  bed,
}) => {
  const pages = await createPageServer({ routes: gallery('/', 20) });
  await checkAutomatically(bed.chromium, pages.origin);
  const page = await bed.chromium.context.newPage();
  const tree = chromiumPageTree(page);
  await page.goto(pages.origin);
  await waitForBadges(tree, 4);
  await bed.reloadExtension();
  await page.bringToFront();
  bed.sandbox.reset();
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await waitForBadges(tree, 5);
  const sent = bed.sandbox.requests().flatMap(({ parts }) => parts.map(({ bytes }) => bytes?.toString('latin1')));
  expect(sent).not.toEqual([]);
  expect(sent).toEqual([...new Set(sent)]);
  await page.close();
  await pages.close();
  await stopCheckingAutomatically(bed.chromium);
  await bed.openPage(); // The next case finds its page in front.
});
