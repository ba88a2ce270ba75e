import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { PopupTab } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { FileInput } from './file-input.tsx';
import './local-file.css';

/** Checks a picture or a video that the user gives from this computer. `tab` is what the popup is about. */
export function FileCheck({ tab }: { readonly tab: PopupTab }): JSX.Element {
  const [checked, setChecked] = useState<{ readonly id: string; readonly name: string }>();
  const { failure, attempt } = useAttempt();
  const latest = useRef<File | undefined>(undefined);
  const { isPrivate } = tab;
  const onFile = useCallback(
    (file: File) => {
      latest.current = file;
      setChecked(undefined); // What is shown of the one before would pass for an answer about this one.
      void attempt(async () => {
        const { name } = file;
        const id = await sendToBackground('checkFile', { file, name, isPrivate });
        if (latest.current === file) setChecked({ id, name });
      });
    },
    [attempt, isPrivate],
  );
  return (
    <section class="local-file" aria-label={translate('checkFile')}>
      <h2>{translate('checkFile')}</h2>
      <FileInput onFile={onFile} onWindowNeeded={() => attempt(() => sendToBackground('openPopupWindow', tab))} />
      <FailureLine failure={failure} />
      {checked && <FollowedCheck key={checked.id} {...checked} />}
    </section>
  );
}
