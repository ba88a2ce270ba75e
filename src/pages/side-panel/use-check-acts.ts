import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import type { KeyAct } from './panel-keys.ts';
import { myJudgement, rowWords } from './row-words.ts';

/** What is done with one check. */
export type CheckAct = Extract<KeyAct, 'show' | 'again' | 'copy' | 'agree' | 'disagree' | 'unsure'>;

interface Said {
  readonly checkId: string;
  readonly words: string;
}

/** What can be done with one check, and what is said of it; no more once another is chosen, however late it is said. */
export function useCheckActs(chosenId: string | undefined) {
  const [said, setSaid] = useState<Said>();
  const [triedId, setTriedId] = useState<string>();
  const { failure, attempt } = useAttempt();
  const sayNothing = () => setSaid(undefined);
  useEffect(() => {
    setTriedId(undefined);
    sayNothing();
  }, [chosenId]);

  function actOn(act: CheckAct, row: TabCheckRow): void {
    const { checkId } = row;
    setTriedId(checkId);
    sayNothing();
    void attempt(async () => setSaid({ checkId, words: await done(act, row) }));
  }

  return {
    said: said?.checkId === chosenId ? said?.words : undefined,
    failure: triedId === chosenId ? failure : undefined,
    actOn,
  };
}

/** Does it; gives what there is to say of it. */
async function done(act: CheckAct, row: TabCheckRow): Promise<string> {
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
    default: {
      if (!isJudged) return '';
      const isTakenBack = judgement === act; // The same once more.
      await sendToBackground('judge', { checkId, ...(!isTakenBack && { judgement: act }) });
      return isTakenBack ? translate('judgementTakenBack') : myJudgement(act);
    }
  }
}
