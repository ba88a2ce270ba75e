import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import { imageFileName } from './image-file-name.ts';
import type { ElsewhereLink } from './services-elsewhere.ts';

interface FileElsewhereProps {
  readonly link: ElsewhereLink;
  readonly check: CheckRecord;
  /** Its file can be had. */
  readonly hasFile: boolean;
  readonly onOpen: () => void;
  readonly onCancel: () => void;
}

/** A service that gets at an image by no address: its file can be saved, and the service's page opened to put it in there. */
export function FileElsewhere({ link, check, hasFile, onOpen, onCancel }: FileElsewhereProps): JSX.Element {
  const box = useRef<HTMLFieldSetElement>(null);
  const { failure, attempt } = useAttempt();
  const id = useId();
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  async function save(): Promise<void> {
    const file = await sendToBackground('getFile', { checkId: check.id });
    saveFile(file, imageFileName(check.media, file.type));
  }
  return (
    <fieldset class="learner" ref={box} aria-labelledby={id}>
      <p id={id}>{translate(hasFile ? 'uploadFile' : 'uploadOwnCopy', link.learner)}</p>
      <div class="actions">
        {hasFile && (
          <button type="button" aria-describedby={id} onClick={() => attempt(save)}>
            {translate('saveFile')}
          </button>
        )}
        <button type="button" class="primary" aria-describedby={id} onClick={onOpen}>
          {link.name}
        </button>
        <button type="button" onClick={onCancel}>
          {translate('cancel')}
        </button>
      </div>
      <FailureLine failure={failure} />
    </fieldset>
  );
}
