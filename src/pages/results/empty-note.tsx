import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import type { ResultFilter } from './result-filter.ts';

/** Why there is no result to be seen. */
export function EmptyNote({ filter }: { readonly filter: ResultFilter }): JSX.Element {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    Promise.all([sendToBackground('getManagedSettings', {}), settingsItem.get()]).then(([managed, settings]) => {
      setKept((managed.keepResultsDays ?? settings.keepResultsDays) > 0);
    }, logFault);
  }, []);
  const isFiltered = filter.outcome !== undefined || filter.text.trim() !== '';
  const words = isFiltered ? 'resultsNoMatch' : isKept ? 'resultsNone' : 'resultsNotKept';
  return <p class="empty quiet">{translate(words)}</p>;
}
