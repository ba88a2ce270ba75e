import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { builtFolder } from './built-folder.ts';

/** Copies a build and leaves it one language, so that a browser needs no package of that language. Gives the folder. */
export async function buildInLanguage(build: Parameters<typeof builtFolder>[0], language: string): Promise<string> {
  const folder = test.info().outputPath(`in-${language}`); // Goes with the next run.
  await cp(builtFolder(build), folder, { recursive: true });
  const locales = join(folder, '_locales');
  const others = (await readdir(locales)).filter((other) => other !== language);
  await Promise.all(others.map((other) => rm(join(locales, other), { recursive: true })));
  const path = join(folder, 'manifest.json');
  const manifest: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: language }));
  return folder;
}
