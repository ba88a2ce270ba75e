import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import type { KeyAct } from './panel-keys.ts';
import { rowWords } from './row-words.ts';

/** What is done with one check. */
export type CheckAct = Extract<KeyAct, 'show' | 'again' | 'copy' | 'agree' | 'disagree' | 'unsure'>;

/** What can be done with one check, and what is said of it; no more once another is chosen. */
export function useCheckActs(chosenId: string | undefined) {
  const [said, setSaid] = useState('');
  const { failure, attempt } = useAttempt();
  useEffect(() => setSaid(''), [chosenId]);

  async function run(act: CheckAct, row: TabCheckRow): Promise<string> {
    const { checkId, isJudged, judgement } = row;
    switch (act) {
      case 'show':
        return (await sendToBackground('showInPage', { checkId })) ? '' : translate('notInPage');
      case 'again':
        await sendToBackground('retryCheck', { checkId });
        return '';
      case 'copy':
        await navigator.clipboard.writeText(`${rowWords(row)}\n${row.place}`);
        return translate('resultCopied');
      default:
        // The same once more takes it back.
        if (isJudged) await sendToBackground('judge', { checkId, ...(judgement !== act && { judgement: act }) });
        return '';
    }
  }

  return {
    said,
    failure,
    actOn: (act: CheckAct, row: TabCheckRow) => void attempt(async () => setSaid(await run(act, row))),
  };
}
