import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Headline } from '../../core/check/headline.ts';
import { translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { whatThisMeans } from '../../core/words/what-this-means.ts';
import { isForElsewhere } from './public-address.ts';

/** What a verdict is worth as a section of a view, with what can be read or done next; `services` may be offered (all, where left out). */
export function meaningView(
  check: CheckRecord,
  headline: Headline | undefined,
  services: readonly string[] | undefined,
): Pick<PanelView, 'meaning'> {
  const lines = whatThisMeans(check, headline).map((words) => ({ words }));
  if (lines.length === 0) return {};
  const isElsewhere = services?.length !== 0 && isForElsewhere(check.media);
  const buttons = [
    { words: translate('howFarToTrust'), action: 'open-trust' } as const,
    ...(isElsewhere ? [{ words: translate('lookElsewhere'), action: 'open-results' } as const] : []),
  ];
  return { meaning: { title: translate('meaningTitle'), lines, facts: [], buttons } };
}
