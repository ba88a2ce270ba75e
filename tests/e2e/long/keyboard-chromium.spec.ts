import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { test } from '../native/native-test.ts';
import { walkByKeyboard } from './walk-by-keyboard.ts';

test('every surface in Chromium is gone through and used by keys alone', async ({ user, pages, chromium, desktop }) => {
  await user.signIn();
  const page = await user.visit('about:blank');
  const show = async (address: string) => chromiumPageTree(await user.visit(address), desktop);
  await walkByKeyboard({
    desktop,
    pages,
    show,
    showOwn: (file) => show(`chrome-extension://${chromium.extensionId}/${file}`),
    beforePopup: [],
    inPill: ['Side panel'],
    ownPage: page,
  });
});
