import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { translate } from '../../i18n.ts';
import { logFault } from '../../log.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { FollowedCheck } from '../check-body/followed-check.tsx';
import { FileInput } from './file-input.tsx';
import './local-file.css';

/** Checks a picture or a video that the user gives from this computer. */
export function FileCheck(): JSX.Element {
  const [checked, setChecked] = useState<{ readonly id: string; readonly name: string }>();
  const onFile = useCallback((file: File) => {
    const { name } = file;
    sendToBackground('checkFile', { file, name, isPrivate: isPrivateWindow() }).then(
      (id) => setChecked({ id, name }),
      logFault,
    );
  }, []);
  return (
    <section class="local-file" aria-label={translate('checkFile')}>
      <h2>{translate('checkFile')}</h2>
      <FileInput onFile={onFile} onWindowNeeded={() => sendToBackground('openPopupWindow', {}).catch(logFault)} />
      {checked && <FollowedCheck key={checked.id} {...checked} />}
    </section>
  );
}
