import { run } from './run.ts';

/** Writes a PNG of the whole display, native menus and prompts included. Needs ImageMagick. */
export async function takeScreenshot(display: string, path: string): Promise<void> {
  await run('import', ['-window', 'root', path], { ...process.env, DISPLAY: display });
}
