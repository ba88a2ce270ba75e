import type { Box } from './geometry.ts';
import { run } from './run.ts';

/** Writes a PNG of the whole display, native menus and prompts included, or of a part of it. Needs ImageMagick. */
export async function takeScreenshot(display: string, path: string, part?: Box): Promise<void> {
  const crop = part ? ['-crop', `${part.width}x${part.height}+${part.x}+${part.y}`, '+repage'] : [];
  await run('import', ['-window', 'root', ...crop, path], { ...process.env, DISPLAY: display });
}
