import { test } from '../firefox/firefox-test.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { walkByKeyboard } from './walk-by-keyboard.ts';

test('every surface in Firefox is gone through and used by keys alone', async ({ user, pages, firefox, desktop }) => {
  await user.signIn();
  const tree = firefoxPageTree(desktop);
  await firefox.page.bringToFront();
  await walkByKeyboard({
    desktop,
    pages,
    show: (address) => user.visit(address).then(() => tree),
    showOwn: (file) => firefox.goToOwnPage(file).then(() => tree),
    beforePopup: ['Check with BitMind'], // Its page.
    inPill: [],
    ownPage: { evaluate: (run, about) => firefox.page.evaluate(`(${run})(${JSON.stringify(about)})`) },
  });
});
