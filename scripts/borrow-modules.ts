import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const LENT = join(ROOT, 'src/page/shared/lent-modules.ts');
const BORROWED = join(ROOT, 'src/page/shared/borrowed-modules.ts');

const SPECIFIER = /^import .* from '([^']+)';$/gm;

/** Puts what page.js lends in place of the modules themselves: for a script that always comes into a frame behind page.js. */
export function borrowModules(): Plugin {
  const lent = new Set<string>();
  return {
    name: 'borrow-modules',
    enforce: 'pre',
    async buildStart() {
      for (const [, specifier = ''] of (await readFile(LENT, 'utf8')).matchAll(SPECIFIER)) {
        const module = await this.resolve(specifier, LENT, { skipSelf: true });
        if (!module) this.error(`${LENT} lends ${specifier}, which is not there.`);
        lent.add(module.id);
      }
    },
    async resolveId(specifier, importer, options) {
      const module = await this.resolve(specifier, importer, { ...options, skipSelf: true });
      return module && lent.has(module.id) ? BORROWED : module;
    },
  };
}
