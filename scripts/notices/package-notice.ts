import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import { isAllowed } from './licences.ts';
import type { Notice } from './notice.ts';

const packageJson = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  repository: z.union([z.string(), z.object({ url: z.string() })]),
});

const LICENCE_FILE = /^(licen[cs]e|copying|notice)\b/i;

/** Packages without a file of their licence, and a package of the same repository that has it. */
const LICENCE_FILE_IN: Readonly<Record<string, string>> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@wxt-dev/browser': '@wxt-dev/webextension-polyfill',
};

/** Where vite's licence file goes on with what vite itself bundles, of which nothing is in what it builds. */
const ABOUT_THE_TOOL_ITSELF = /^# Licenses of bundled dependencies$/m;

/**
 * The notice of the package in `folder`.
 *
 * @throws where its licence is not an allowed one (licences.ts), or it has no file with the text.
 */
export function packageNotice(folder: string): Notice {
  const { name, version, license, repository } = packageJson.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  if (!isAllowed(license))
    throw new Error(`${name} has the licence ${license}, which is not on the list of scripts/notices/licences.ts.`);
  return {
    parts: [`${name} ${version}, ${webAddress(repository)}`],
    licence: license,
    text: licenceText(folder, name),
  };
}

function licenceText(folder: string, name: string): string {
  const elsewhere = LICENCE_FILE_IN[name];
  const from = elsewhere === undefined ? folder : join(modulesFolder(folder, name), elsewhere);
  const files = readdirSync(from)
    .filter((file) => LICENCE_FILE.test(file))
    .sort();
  if (files.length === 0)
    throw new Error(`${name} brings no licence file: find where it is, for scripts/notices/package-notice.ts.`);
  return files.map((file) => tidy(readFileSync(join(from, file), 'utf8'))).join('\n\n');
}

/** The node_modules folder that holds the package in `folder`. */
function modulesFolder(folder: string, name: string): string {
  return name.includes('/') ? dirname(dirname(folder)) : dirname(folder);
}

function tidy(text: string): string {
  const [own = ''] = text.split(ABOUT_THE_TOOL_ITSELF);
  return own.replace(/\r|[ \t\f]+$/gm, '').trim();
}

/** A package's repository as people open it. */
function webAddress(repository: string | { url: string }): string {
  const address = typeof repository === 'string' ? repository : repository.url;
  const full = /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
  return full.replace(/^git\+|\.git$/g, '').replace(/^git:/, 'https:');
}
