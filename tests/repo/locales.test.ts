import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { ROOT, sourceFiles, sourceOf } from './source-files.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Record<string, { readonly content: string }>;
}

const texts: Record<string, Message> = english;
const code = sourceFiles().map(sourceOf).join('\n');

describe('texts', () => {
  it('are all used', () => {
    const unused = Object.keys(texts).filter((key) => !new RegExp(`['"_]${key}(_|['"])`).test(code));
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(texts))('%s declares the placeholders it uses', (_key, { message, placeholders = {} }) => {
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase()).sort();
    expect(used).toEqual(Object.keys(placeholders).sort());
  });

  it.each(globSync('public/_locales/*/messages.json', { cwd: ROOT }))('%s has every key of English', (file) => {
    const locale: Record<string, Message> = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    expect(Object.keys(locale).sort()).toEqual(Object.keys(texts).sort());
  });
});
