import type { Notice } from './notice.ts';
import { packageNotice } from './package-notice.ts';
import { packageOfModule } from './package-of-module.ts';
import { PACKAGED_ASSETS } from './packaged-assets.ts';
import { trustListNotice } from './trust-list-notice.ts';

const INTRODUCTION = `Third-party notices for Check with BitMind

This extension contains software and data made by others. Each part is named here with the licence it is under.
`;

const MPL_SOURCE = 'The source code is available under the same licence at the address above.';

/**
 * The text of the notices file for a build of the modules with these ids: the same for the same modules.
 *
 * @throws for a part that has no notice or whose licence is not allowed.
 */
export function thirdPartyNotices(modules: readonly string[]): string {
  const folders = new Set(modules.map(packageOfModule));
  const packages = [...folders].filter((folder) => folder !== undefined).map(packageNotice);
  const others = [...PACKAGED_ASSETS.flatMap(({ notices }) => notices()), trustListNotice()];
  return [INTRODUCTION, ...together([...packages, ...others]).map(section)].join(`\n${'='.repeat(80)}\n\n`);
}

/** Puts parts with the same licence, word for word, under one notice; in the order of their names. */
function together(notices: readonly Notice[]): Notice[] {
  const byText = Map.groupBy(notices, ({ licence, text }) => `${licence}\n${text}`);
  const merged = [...byText.values()].flatMap(([first, ...rest]) => {
    const parts = [first, ...rest].flatMap((notice) => notice?.parts ?? []);
    return first ? [{ ...first, parts: [...new Set(parts)].sort() }] : [];
  });
  return merged.sort((one, other) => (String(one.parts[0]) < String(other.parts[0]) ? -1 : 1));
}

function section({ parts, licence, text }: Notice): string {
  const source = licence === 'MPL-2.0' ? `${MPL_SOURCE}\n` : '';
  return `${parts.join('\n')}\nLicence: ${licence}\n${source}\n${text}\n`;
}
