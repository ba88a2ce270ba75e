import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { expect, test } from './firefox-test.ts';

test('the notices of what others made are a link away from the options, and readable @quick', async ({
  firefox,
  desktop,
}) => {
  await firefox.goToOwnPage('options.html');
  const tree = firefoxPageTree(desktop);
  await (await tree.waitForRole('link', 'Third-party notices')).click();
  const shown = await waitFor('the notices', async () => {
    const [tab] = await tree.findByRole('document web');
    const text = (await tab?.text())?.join('\n');
    return text?.includes('Third-party notices for Check with BitMind') ? text : undefined;
  });
  expect(shown).toContain('\n© Copyright 2025 Adobe.');
});
