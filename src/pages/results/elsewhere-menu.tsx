import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import type { ResultView } from '../../core/protocol/result-view.ts';
import { agreedLearnersItem } from './agreed-learners-item.ts';
import { FileElsewhere } from './file-elsewhere.tsx';
import { MenuButton } from './menu-button.tsx';
import { type ElsewhereLink, elsewhereLinks } from './services-elsewhere.ts';

interface ElsewhereMenuProps {
  readonly check: CheckRecord;
  readonly view: Pick<ResultView, 'elsewhere'>;
}

/**
 * A menu of services that look at an image: each opens in a tab, by the image's address after one sentence on who learns that, else
 * for its file after one on how that gets there. Nothing where no service is allowed.
 */
export function ElsewhereMenu({ check, view }: ElsewhereMenuProps): JSX.Element | null {
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<ElsewhereLink>();
  useEffect(() => {
    void agreedLearnersItem.get().then(setAgreed, logFault);
    return agreedLearnersItem.watch(setAgreed);
  }, []);
  const links = elsewhereLinks(view);
  if (links.length === 0) return null;
  const choose = (link: ElsewhereLink) =>
    !link.isForFile && agreed.includes(link.learner) ? openTab(link) : setAsked(link);
  const close = () => setAsked(undefined);
  return (
    <>
      <MenuButton name={translate('lookElsewhere')} isDisabled={false}>
        {links.map((link) => (
          <button type="button" role="menuitem" key={link.name} tabIndex={-1} onClick={() => choose(link)}>
            {link.name}
          </button>
        ))}
        {agreed.length > 0 && (
          <button type="button" role="menuitem" class="rule" tabIndex={-1} onClick={() => keep([])}>
            {translate('askAgain')}
          </button>
        )}
      </MenuButton>
      {asked && !asked.isForFile && (
        <Question
          key={asked.name}
          link={asked}
          onAnswer={(isRemembered) => {
            openTab(asked);
            if (isRemembered) keep([...agreed, asked.learner]);
            close();
          }}
          onCancel={close}
        />
      )}
      {asked?.isForFile && (
        <FileElsewhere
          key={asked.name}
          link={asked}
          check={check}
          hasFile={view.elsewhere?.hasFile === true}
          onOpen={() => {
            openTab(asked);
            close();
          }}
          onCancel={close}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly link: ElsewhereLink;
  readonly onAnswer: (isRemembered: boolean) => void;
  readonly onCancel: () => void;
}

/** Who would learn the address, and a yes to that. */
function Question({ link, onAnswer, onCancel }: QuestionProps): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  const primary = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => primary.current?.focus(), []);
  return (
    <fieldset class="learner" aria-labelledby={id}>
      <p id={id}>{translate('learnsAddress', link.learner)}</p>
      <label class="line">
        <input type="checkbox" ref={box} />
        {translate('dontAskAgainFor', link.learner)}
      </label>
      <div class="actions">
        <button
          type="button"
          class="primary"
          ref={primary}
          aria-describedby={id}
          onClick={() => onAnswer(box.current?.checked === true)}
        >
          {link.name}
        </button>
        <button type="button" onClick={onCancel}>
          {translate('cancel')}
        </button>
      </div>
    </fieldset>
  );
}

/** Opens a service, which learns neither what opened it nor from where. */
function openTab({ address }: ElsewhereLink): void {
  window.open(address, '_blank', 'noopener,noreferrer');
}

function keep(learners: readonly string[]): void {
  void agreedLearnersItem.set(learners).catch(logFault);
}
