import { build } from '../../core/browser/build.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { inconclusiveBand } from '../../core/store/settings-item.ts';
import { showPanel } from '../page-link/page-link.ts';
import { composePanelView } from '../words/compose-panel-view.ts';

/** A check that has just begun has no verdict to judge: no time is lost on reading the settings. */
const JUST_BEGUN = { band: { low: 0, high: 1 }, mayCapture: false };

/** What the user and the administrator set that a panel depends on. */
async function panelRules() {
  const [band, { disableScreenCapture }] = await Promise.all([inconclusiveBand(), readPolicy()]);
  return { band, mayCapture: !disableScreenCapture };
}

/**
 * The panel of a check for who follows it. `find` gives the check, and the manifest store of its file where that is remembered;
 * it is called after the last wait, so that what is shown is never older than what was shown before.
 */
export async function followedPanel(
  find: () => { readonly check: CheckRecord; readonly manifest: string | undefined } | undefined,
): Promise<PanelView | undefined> {
  const rules = await panelRules();
  const found = find();
  if (!found) return undefined;
  const { check, manifest } = found;
  return composePanelView(check, { ...rules, build: build(), ...(manifest !== undefined && { manifest }) });
}

/** Opens the panel of a check on its media; false where there can be none. */
export async function openPanel(check: CheckRecord, media: MediaReference = check.media): Promise<boolean> {
  if (isLocalFile(media)) return false;
  const rules = check.state === 'queued' ? JUST_BEGUN : await panelRules();
  return showPanel(check.id, media, composePanelView(check, rules));
}
