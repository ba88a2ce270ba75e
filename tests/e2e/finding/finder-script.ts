import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

/** What stands in the page for the extension's APIs: the test leaves closed shadow roots and the clicked element there. */
const STAND_IN = 'export const browser = globalThis.standIn;';

/** The finder, the recorder and what tells the place on the screen as one script, with `globalThis.standIn` in place of the extension's APIs. */
export async function finderScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    plugins: [
      {
        name: 'stand-in',
        enforce: 'pre',
        resolveId: (id) => (['wxt/browser', 'finder-entry'].includes(id) ? `\0${id}` : undefined),
        load: (id) => {
          if (id === '\0wxt/browser') return STAND_IN;
          if (id !== '\0finder-entry') return undefined;
          const find = join(ROOT, 'src/page/find');
          return `import { findPictures } from '${find}/find-pictures.ts';
            import { elementShowing } from '${find}/found-pictures.ts';
            import { watchRightClicks } from '${find}/watch-right-clicks.ts';
            import { onScreen } from '${ROOT}/src/page/read/on-screen.ts';
            Object.assign(globalThis, { findPictures, elementShowing, onScreen });
            watchRightClicks();`;
        },
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: 'finder-entry', output: { format: 'iife' } },
    },
  });
  const [result] = [built].flat();
  const output = result && 'output' in result ? result.output : [];
  const chunk = output.find((one) => one.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}
