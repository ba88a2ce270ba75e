import type { Page } from '@playwright/test';

/** A thing the keyboard focus stops at. */
export interface TabStop {
  readonly html: string;
  /** Its middle, from the top of the document. */
  readonly y: number;
  /** Whether one sees that it has the focus. */
  readonly isMarked: boolean;
}

/** Goes through a page by the Tab key from its start; ends where the focus leaves the page. */
export async function tabStops(page: Page): Promise<TabStop[]> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const stops: TabStop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { top, height } = element.getBoundingClientRect();
      const marked = [element, element.parentElement ?? element].map((one) => getComputedStyle(one).outlineStyle);
      return {
        html: element.outerHTML,
        y: top + height / 2 + window.scrollY,
        isMarked: marked.some((style) => style !== 'none'),
      };
    });
    if (!stop || stop.html === stops[0]?.html) return stops;
    stops.push(stop);
  }
}

/** How many things there are that the Tab key has to stop at; of a group of radio buttons, one. */
export async function countFocusable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')];
    const usable = all.filter((one) => one.checkVisibility() && !one.matches(':disabled'));
    return usable.filter((one) => !one.matches('input[type="radio"]:not(:checked)')).length;
  });
}
