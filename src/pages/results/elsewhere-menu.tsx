import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';
import { MenuButton } from './menu-button.tsx';
import type { ElsewhereLink } from './services-elsewhere.ts';

/** Who may learn addresses without a question. */
const agreedLearners = storedItem<readonly string[]>({
  area: 'local',
  key: 'agreed-learners',
  schema: z.array(z.string()),
  initial: [],
});

/** A menu of services that look at an image by its address: each opens in a tab, after one sentence on who learns the address. */
export function ElsewhereMenu({ links }: { readonly links: readonly ElsewhereLink[] }): JSX.Element {
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<ElsewhereLink>();
  useEffect(() => {
    void agreedLearners.get().then(setAgreed, logFault);
    return agreedLearners.watch(setAgreed);
  }, []);
  const choose = (link: ElsewhereLink) => (agreed.includes(link.learner) ? openTab(link) : setAsked(link));
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
      {asked && (
        <Question
          key={asked.name}
          link={asked}
          onAnswer={(isRemembered) => {
            openTab(asked);
            if (isRemembered) keep([...agreed, asked.learner]);
            setAsked(undefined);
          }}
          onCancel={() => setAsked(undefined)}
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
  void agreedLearners.set(learners).catch(logFault);
}
