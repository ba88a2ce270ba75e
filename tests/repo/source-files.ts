import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The repository's root folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** One import of a source file. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file it leads to, from the root; undefined for a package. */
  readonly file?: string;
  /** `import type`, of which nothing is left at run time. */
  readonly isType: boolean;
}

/** The product's own source files, by their path from the root. */
export function sourceFiles(): string[] {
  return globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });
}

/** The text of a file, by its path from the root. */
export function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

/** What a file imports. */
export function importsOf(file: string): Import[] {
  return [...sourceOf(file).matchAll(IMPORT)].map(([, type, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    const path = specifier.replace(/\?.*$/, '');
    return {
      specifier,
      isType: type !== undefined,
      ...(path.startsWith('.') && { file: normalize(join(dirname(file), path)) }),
    };
  });
}

/** The circles among files, each as one way around: by what they import, types included. */
export function circles(files: readonly string[]): (readonly string[])[] {
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push(way.slice(start));
    if (start >= 0 || done.has(file)) return;
    for (const { file: target } of importsOf(file)) if (target && files.includes(target)) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
