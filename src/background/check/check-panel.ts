import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { logFault } from '../../core/log.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { showPanel } from '../page-link/page-link.ts';
import { daysKept } from '../results/kept-results.ts';
import { hasEnded } from '../store/check-state.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import { readPolicy } from '../store/policy.ts';
import { composePanelView } from '../words/compose-panel-view.ts';
import { build } from '../words/diagnostics.ts';
import { fileSaysBriefly } from '../words/file-says-briefly.ts';
import type { CheckContext } from './check-context.ts';

/** A check that has just begun has no verdict to judge: no time is lost on reading the settings. */
const JUST_BEGUN = { band: { low: 0, high: 1 }, mayCapture: false, mayAlter: false };

/** What the user and the administrator set that a panel depends on. */
async function panelRules() {
  const [band, policy, days] = await Promise.all([inconclusiveBand(), readPolicy(), daysKept()]);
  const { disableScreenCapture, onlyOriginalFiles, lookElsewhere } = policy;
  // They are offered on the page of results, which has none of a check that is not kept.
  const keepsResults = days > 0;
  const services = keepsResults ? lookElsewhere : [];
  const mayCapture = !disableScreenCapture && !onlyOriginalFiles;
  return { band, services, keepsResults, mayCapture, mayAlter: !onlyOriginalFiles };
}

/** Who follows a check. */
interface Follower {
  maySee(check: CheckRecord): boolean;
  /** It is the panel in the page. */
  readonly isInPage: boolean;
}

/** The panel of a check for who follows it, where that one may see it. */
export async function followedPanel(
  context: CheckContext,
  id: string,
  { maySee, isInPage }: Follower,
): Promise<PanelView | undefined> {
  const { store, measuring } = context;
  const rules = await panelRules();
  const whole = await credentialsKept(context, store.get(id));
  const kept = await detailsKept(context, store.get(id));
  const check = store.get(id); // After the last wait: what is shown is never older than what was shown before.
  if (!check || !maySee(check)) return undefined;
  const shown = check.isLean ? { ...kept, ...check } : check;
  const more = { ...(whole && { whole }), measuring: measuring.get(id) ?? {}, isInPage };
  return composePanelView(shown, { ...rules, ...more, build: build() });
}

/** What the history has of a check beyond what this background took up. */
async function detailsKept({ history }: CheckContext, check: CheckRecord | undefined): Promise<Partial<CheckRecord>> {
  if (!check?.isLean) return {};
  try {
    return (await history.get(check.id)) ?? {};
  } catch (error) {
    logFault(error);
    return {}; // Its verdict is shown without them.
  }
}

/** The Content Credentials of its file, where there are some: from memory, or from the history. */
async function credentialsKept(
  { manifests, history }: CheckContext,
  check: CheckRecord | undefined,
): Promise<WholeCredentials | undefined> {
  if (!check) return undefined;
  const remembered = manifests.get(check.id);
  if (remembered || !hasEnded(check.state) || !fileSaysBriefly(check)) return remembered;
  return history.credentials(check.id).catch((error: unknown) => {
    logFault(error);
    return undefined; // It is shown without them.
  });
}

/** Opens the panel of a check on its media; false where there can be none. */
export async function openPanel(check: CheckRecord, media: MediaReference = check.media): Promise<boolean> {
  if (isLocalFile(media)) return false;
  const rules = check.state === 'queued' ? JUST_BEGUN : await panelRules();
  return showPanel(check.id, media, composePanelView(check, { ...rules, isInPage: true }));
}
