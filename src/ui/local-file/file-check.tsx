import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { translate } from '../../i18n.ts';
import { logFault } from '../../log.ts';
import type { PanelView } from '../../messaging/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../messaging/protocol.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { CheckBody } from '../check-body/check-body.tsx';
import { sendAction } from '../check-body/send-action.ts';
import { useFeed } from '../shared/use-feed.ts';
import { FileInput } from './file-input.tsx';
import '../check-body/check-body.css';
import './local-file.css';

/** Checks a picture that the user gives from this computer. */
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
      {checked && <Check key={checked.id} {...checked} />}
    </section>
  );
}

function Check({ id, name }: { readonly id: string; readonly name: string }): JSX.Element | null {
  const view = useFeed<PanelView>(CHECK_FEED_PREFIX + id);
  if (!view) return null;
  return (
    <div class="check">
      <p class="name" title={name}>
        {name}
      </p>
      {view.subject && <p class="quiet">{view.subject}</p>}
      <CheckBody
        view={view}
        onAction={(action, isRemembered) => sendAction(action, view, isRemembered).catch(logFault)}
      />
    </div>
  );
}
