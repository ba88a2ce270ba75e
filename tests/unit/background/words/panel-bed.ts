import { composePanelView } from '../../../../src/background/words/compose-panel-view.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';

export const RULES = { band: { low: 0.4, high: 0.6 }, mayCapture: true, mayAlter: true };
export const READ = { method: 'page', type: 'image/jpeg', sizeBytes: 322_980, sha256: 'ab12' } as const;

export const PAGE_MEDIA = {
  kind: 'image',
  pointedBy: 'menu',
  url: '',
  pageUrl: '',
  tabId: 1,
  frameId: 0,
  isPrivate: false,
} as const;

export function check(change: Partial<CheckRecord>): CheckRecord {
  return { id: 'a', state: 'done', media: PAGE_MEDIA, fromScreen: false, startedAt: 0, ...change };
}

export const view = (change: Partial<CheckRecord>) => composePanelView(check(change), RULES);
/** What is read out of a check: its likelihood, and what else is said. */
export const lines = (change: Partial<CheckRecord>) => {
  const { likelihood, lines: said } = view(change);
  return [...(likelihood ? [likelihood] : []), ...said].map(({ words }) => words);
};
export const buttons = (change: Partial<CheckRecord>) => view(change).buttons.map(({ words }) => words);
