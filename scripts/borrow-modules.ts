import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '../src/page/shared');

const SPECIFIER = /^import .* from '([^']+)';$/gm;

/** Puts what scripts lend in place of the modules themselves: for a script that always comes into a frame behind them. */
export function borrowModules(lenders: readonly ('page' | 'panel')[]): Plugin {
  /** By what is lent, what is put in its place. */
  const places = new Map<string, string>();
  return {
    name: 'borrow-modules',
    enforce: 'pre',
    async buildStart() {
      for (const lender of lenders) {
        const lent = join(FOLDER, `lent-by-${lender}.ts`);
        for (const [, specifier = ''] of (await readFile(lent, 'utf8')).matchAll(SPECIFIER)) {
          const module = await this.resolve(specifier, lent, { skipSelf: true });
          if (!module) this.error(`${lent} lends ${specifier}, which is not there.`);
          places.set(module.id, join(FOLDER, `borrowed-from-${lender}.ts`));
        }
      }
    },
    async resolveId(specifier, importer, options) {
      const module = await this.resolve(specifier, importer, { ...options, skipSelf: true });
      return module && (places.get(module.id) ?? module);
    },
  };
}
