import type { Page } from '@playwright/test';

/** What sticks out of a page at its sides. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility());
    const boxes = shown.map((one) => ({ html: one.outerHTML, box: one.getBoundingClientRect() }));
    return boxes.filter(({ box }) => box.left < 0 || box.right > window.innerWidth).map(({ html }) => html);
  });
}
