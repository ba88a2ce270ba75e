import { onScreen } from '../read/on-screen.ts';
import { readPixels } from '../read/read-pixels.ts';
import { shareShownReader } from '../shared/between-scripts.ts';

/** Lets page.ts read what this frame shows, where there is no file to be read. */
export function startPixelsScript(): void {
  shareShownReader({ onScreen, readPixels });
}
