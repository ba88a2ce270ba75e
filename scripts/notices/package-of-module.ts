import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..').replaceAll('\\', '/');

/** Whose code the modules are that tools of the build add, by how their ids begin. */
const ADDED_BY_TOOLS = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0vite\/|^__vite-/, 'vite'],
  [/^\0virtual:wxt-/, 'wxt'],
] as const;

/**
 * The folder of the package that a bundled module comes from; undefined for a module of ours.
 *
 * @throws for a module of unknown origin: it needs a line in the table above.
 */
export function packageOfModule(id: string): string | undefined {
  const tool = ADDED_BY_TOOLS.find(([start]) => start.test(id));
  if (tool) return `${ROOT}/node_modules/${tool[1]}`;
  const installed = /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id);
  if (installed) return installed[0];
  if (id.startsWith(`${ROOT}/`)) return undefined;
  throw new Error(`Nobody knows whose code ${JSON.stringify(id)} is: add its origin to ${import.meta.filename}.`);
}
