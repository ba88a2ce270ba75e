import { pageOfPictures } from '../many-pictures.ts';
import { expect, test } from './headless-test.ts';

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

for (const [count, requests] of [
  [1, [1]],
  [49, [49]],
  [50, [50]],
  [51, [50, 1]],
  [220, [50, 50, 50, 50, 20]],
] as const) {
  test(`${count} images are sent in ${requests.length} request(s)`, async ({ user, pages, sandbox }) => {
    pages.setRoutes(pageOfPictures(count));
    const pill = await user.checkPage(await user.visit(pages.origin));
    await pill.waitForLine(`${count} images: ${count} to check`);
    expect(sandbox.requests()).toHaveLength(0);
    await pill.press(`Check ${count} images`);
    await pill.waitForLine(`${count} checked: ${count} likely not AI-generated`);
    const sent = sandbox.requests('/batch_image').map(({ parts }) => parts?.length ?? 0);
    expect(sent).toEqual(requests);
    expect(sandbox.requests('/image')).toHaveLength(0);
  });
}
