import type { Firefox } from '../harness/firefox.ts';

const BOX = 'section[aria-labelledby="sectionAdvanced"] input[type=checkbox]';

/** Opens the options and ticks the one that puts "Check with BitMind" into every menu: below the window's end, which a mouse misses. */
export async function tickMenuEverywhere({ page, goToOwnPage }: Firefox): Promise<void> {
  await goToOwnPage('options.html');
  await (await page.waitForSelector(BOX))?.click();
}
