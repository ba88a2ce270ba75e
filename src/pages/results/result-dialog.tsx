import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { build } from '../../core/browser/build.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { pageToOpen } from '../../core/check/page-to-open.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import { translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { CheckSummary } from '../../core/view/check-summary.tsx';
import { CopyDiagnostics } from '../../core/view/copy-diagnostics.tsx';
import { Icon } from '../../core/view/icons.tsx';
import { Section } from '../../core/view/section.tsx';
import { likelihoodView, stateText } from '../../core/words/check-words.ts';
import { diagnosticsOf } from '../../core/words/diagnostics.ts';
import { fileWarnings } from '../../core/words/file-metadata-view.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { useFeed } from '../shared/use-feed.ts';
import { type Fact, resultFacts } from './result-facts.ts';
import { ResultPicture } from './result-picture.tsx';
import type { RowSurroundings } from './result-row.tsx';
import { outcomeLines, toneOf } from './result-words.ts';
import { WholeTick } from './whole-tick.tsx';

interface ResultDialogProps extends RowSurroundings {
  readonly id: string;
  /** What came of the last act. */
  readonly said: string;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onReport: (check: CheckRecord) => void;
  readonly onClose: () => void;
}

/** All that is known of one result, and what can be done with it. */
export function ResultDialog({ id, said, onClose, ...props }: ResultDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [check, setCheck] = useState<CheckRecord | 'none'>();
  const { failure, attempt } = useAttempt();
  const { list, version } = props;
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus(); // Not the first button, which would be scrolled to.
  }, []);
  useEffect(() => {
    let isLeft = false;
    void attempt(async () => {
      const [found] = await list.checks([id]);
      if (!isLeft) setCheck(found ?? 'none');
    });
    return () => {
      isLeft = true;
    };
  }, [attempt, list, id, version]);
  return (
    <dialog ref={dialog} tabIndex={-1} aria-label={translate('resultDialog')} onClose={onClose}>
      <button type="button" class="icon close" aria-label={translate('close')} onClick={() => dialog.current?.close()}>
        <Icon name="close" size={16} />
      </button>
      {check === 'none' && <NotKept id={id} />}
      {check && check !== 'none' && <Content {...props} check={check} id={id} />}
      <FailureLine failure={failure} />
      <div role="status">{said && <p class="notice">{said}</p>}</div>
    </dialog>
  );
}

/** A check that goes on, or is not kept: its state, as the background tells it. */
function NotKept({ id }: { readonly id: string }): JSX.Element {
  const view = useFeed<PanelView>(CHECK_FEED_PREFIX + id);
  return view ? <FollowedCheck id={id} name={translate('resultDialog')} /> : <p>{translate('resultGone')}</p>;
}

type ContentProps = Omit<ResultDialogProps, 'onClose' | 'said'> & { readonly check: CheckRecord };

function Content({ check, id, list, band, version, actions, isWhole, onWhole, onReport }: ContentProps): JSX.Element {
  const verdict = shownVerdict(check, band);
  const likelihood = verdict && likelihoodView(verdict);
  const page = pageToOpen(check.media);
  const { media, bytes, answer, fileSays } = resultFacts(check, verdict, true);
  return (
    <>
      <div class="dialog-head">
        <ResultPicture list={list} id={id} version={version} />
        <div class="words">
          <CheckSummary
            view={{
              headline: { words: stateText(check, verdict), tone: toneOf(check, verdict) },
              ...(likelihood && { likelihood, inconclusiveRange: band }),
              lines: [
                ...fileWarnings(check.fileMetadata, verdict?.headline),
                ...(likelihood ? [] : outcomeLines(check, verdict).map((words) => ({ words }))),
              ],
            }}
          />
        </div>
      </div>
      {fileSays && <Section {...fileSays} />}
      <Facts facts={[...media, ...bytes, ...answer]} />
      <div class="actions">
        {page !== undefined && (
          <a class="button" href={page} target="_blank" rel="noreferrer">
            {translate('openPage')}
          </a>
        )}
        {page !== undefined && <Do action={() => actions.checkAgain(id)}>{translate('checkAgain')}</Do>}
        <Do action={() => actions.remove(id)}>{translate('deleteResult')}</Do>
      </div>
      <div class="actions">
        <Do action={() => onReport(check)}>{translate('evidenceReport')}</Do>
        <WholeTick isWhole={isWhole} onWhole={onWhole} />
      </div>
      <div class="actions">
        <CopyDiagnostics {...diagnosticsOf(check, build())} />
      </div>
    </>
  );
}

function Do({ action, children }: { readonly action: () => void; readonly children: ComponentChildren }): JSX.Element {
  return (
    <button type="button" onClick={action}>
      {children}
    </button>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <Fragment key={name + value}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
