import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { CheckBody } from '../../core/view/check-body.tsx';
import { sendAction } from '../../core/view/send-action.ts';
import { numberText } from '../../core/words/numbers.ts';
import { PASSPHRASE_FIELD } from '../account/unlock-form.tsx';
import { FailureLine } from './failure-line.tsx';
import { loadedLater } from './loaded-later.tsx';
import { useAttempt } from './use-attempt.ts';

const PartPicker = loadedLater(async () => (await import('../../core/view/part-picker.tsx')).PartPicker);

interface FollowedBodyProps {
  readonly view: PanelView;
  readonly isPartWanted: boolean;
  /** Another check is to be shown in its place: that of a part of it, or of the whole. */
  readonly onShow: (checkId: string) => void;
}

/** Where a check stands, and what can be done about it; or its image, while a part of that is chosen. */
export function FollowedBody({ view, isPartWanted, onShow }: FollowedBodyProps): JSX.Element {
  const [isPicking, setPicking] = useState(isPartWanted);
  const { failure, attempt } = useAttempt();
  const { checkId, parentId = checkId, thumbnail, choices = 0 } = view;
  const onEnd = (partId = checkId) => {
    onShow(partId);
    setPicking(false);
  };
  return isPicking && view.buttons.some(({ action }) => action === 'check-part') ? (
    <PartPicker checkId={checkId} thumbnail={thumbnail} onEnd={onEnd} />
  ) : (
    <CheckBody
      view={view}
      onAction={(action, isRemembered) => {
        const passphrase = action === 'unlock' && document.getElementById(PASSPHRASE_FIELD);
        if (passphrase) passphrase.focus();
        else if (action === 'check-part') setPicking(true);
        else if (action === 'show-whole') onShow(parentId);
        else void attempt(() => sendAction(action, view, isRemembered));
      }}
    >
      {choices > 0 && (
        <div class="actions">
          {Array.from({ length: choices }, (_, index) => (
            <button
              type="button"
              key={index}
              onClick={() => attempt(() => sendToBackground('checkPicture', { checkId, index }))}
            >
              {translate('pictureNumber', numberText(index + 1))}
            </button>
          ))}
        </div>
      )}
      <FailureLine failure={failure} />
    </CheckBody>
  );
}
