import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { VERSION_COUNT } from '../../core/check/firmness.ts';
import { pageToOpen } from '../../core/check/page-to-open.ts';
import type { Share } from '../../core/check/part.ts';
import { translate } from '../../core/i18n.ts';
import { isInspectedResult } from '../../core/protocol/own-page-address.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import type { Fact } from '../../core/protocol/result-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { CheckSummary } from '../../core/view/check-summary.tsx';
import { CopyDiagnostics } from '../../core/view/copy-diagnostics.tsx';
import { FirmnessStrip } from '../../core/view/firmness-strip.tsx';
import { Icon } from '../../core/view/icons.tsx';
import { Section } from '../../core/view/section.tsx';
import { TimelineBar } from '../../core/view/timeline-bar.tsx';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { TrustLink } from '../shared/trust-link.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { useFeed } from '../shared/use-feed.ts';
import { ElsewhereMenu } from './elsewhere-menu.tsx';
import type { Result } from './evidence-report.ts';
import { InspectManifests } from './inspect-manifests.tsx';
import { resultMedia } from './result-media.ts';
import { ResultPicture } from './result-picture.tsx';
import type { RowSurroundings } from './result-row.tsx';
import { WholeTick } from './whole-tick.tsx';
import './result-dialog.css';

/** How the user looks closer: by a part of an image, by how firm its verdict is, or by the parts of a video. */
type Closer = 'part' | 'firmness' | 'timeline';

interface ResultDialogProps extends RowSurroundings {
  readonly id: string;
  /** What came of the last act. */
  readonly said: string;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onReport: (result: Result) => void;
  readonly onClose: () => void;
}

/** All that is known of one result, and what can be done with it. */
export function ResultDialog({ id, said, onClose, ...props }: ResultDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [result, setResult] = useState<Result | 'none'>();
  const { failure, attempt } = useAttempt();
  const { list, version, band } = props;
  const [closer, setCloser] = useState<Closer>();
  const lookCloser = (how: Closer) =>
    void attempt(async () => {
      if (how === 'firmness') await sendToBackground('checkFirmness', { checkId: id });
      if (how === 'timeline') await sendToBackground('checkByParts', { checkId: id });
      setCloser(how);
    });
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus(); // Not the first button, which would be scrolled to.
  }, []);
  useEffect(() => {
    let isLeft = false;
    void attempt(async () => {
      const [[check], view] = await Promise.all([list.checks([id]), sendToBackground('getResult', { checkId: id })]);
      if (!isLeft) setResult(check && view ? { check, view } : 'none');
    });
    return () => {
      isLeft = true;
    };
  }, [attempt, list, id, version, band]); // The band decides what is inconclusive.
  return (
    <dialog ref={dialog} tabIndex={-1} aria-label={translate('resultDialog')} onClose={onClose}>
      <button type="button" class="icon close" aria-label={translate('close')} onClick={() => dialog.current?.close()}>
        <Icon name="close" size={16} />
      </button>
      {result === 'none' && <NotKept id={id} />}
      {result && result !== 'none' && !closer && <Content {...props} result={result} id={id} onCloser={lookCloser} />}
      {closer && <FollowedCheck id={id} name={translate('resultDialog')} isPartWanted={closer === 'part'} />}
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

type ContentProps = Omit<ResultDialogProps, 'onClose' | 'said'> & {
  readonly result: Result;
  readonly onCloser: (how: Closer) => void;
};

function Content({
  result,
  id,
  list,
  version,
  actions,
  isWhole,
  onWhole,
  onReport,
  onCloser,
}: ContentProps): JSX.Element {
  const { check, view } = result;
  const {
    warnings,
    outcome,
    bytes,
    answer,
    meaning,
    fileSays,
    firmness,
    timeline,
    diagnostics,
    canLookCloser,
    partsToJudge,
  } = view;
  const page = pageToOpen(check.media);
  return (
    <>
      <div class="dialog-head">
        <div class="pictures">
          <ResultPicture list={list} id={id} version={version} />
          {check.part && (
            <div class="whole">
              <ResultPicture list={list} id={check.part.parentId} version={version} />
              <i style={shareStyle(check.part.share)} />
            </div>
          )}
        </div>
        <div class="words">
          <CheckSummary
            view={{ ...view, lines: [...warnings, ...(view.likelihood ? [] : outcome.map((words) => ({ words })))] }}
          />
          {firmness && <FirmnessStrip {...firmness} />}
          {timeline && <TimelineBar {...timeline} onSeek={undefined} />}
        </div>
      </div>
      {meaning && (
        <Section {...meaning}>
          <TrustLink />
        </Section>
      )}
      {fileSays && <Section {...fileSays} />}
      {fileSays?.claims && <InspectManifests list={list} id={id} isWanted={isInspectedResult()} />}
      <Facts facts={[...resultMedia(check, true), ...bytes, ...answer]} />
      <div class="actions">
        {page !== undefined && (
          <a class="button" href={page} target="_blank" rel="noreferrer">
            {translate('openPage')}
          </a>
        )}
        {page !== undefined && <Do action={() => actions.checkAgain(id)}>{translate('checkAgain')}</Do>}
        <Do action={() => actions.remove(id)}>{translate('deleteResult')}</Do>
        <ElsewhereMenu check={check} view={view} />
      </div>
      {canLookCloser && (
        <div class="actions">
          <Do action={() => onCloser('part')}>{translate('checkPart')}</Do>
          {!firmness && <Do action={() => onCloser('firmness')}>{translate('checkFirmness')}</Do>}
          {!firmness && <span class="quiet">{translate('firmnessCost', numberText(VERSION_COUNT))}</span>}
        </div>
      )}
      {partsToJudge && !timeline && (
        <div class="actions">
          <Do action={() => onCloser('timeline')}>{translate('checkByParts')}</Do>
          <span class="quiet">{translate('timelineCost', numberText(partsToJudge))}</span>
        </div>
      )}
      <div class="actions">
        <WholeTick isWhole={isWhole} onWhole={onWhole} />
        <Do action={() => onReport(result)}>{translate('evidenceReport')}</Do>
      </div>
      <div class="actions">
        <CopyDiagnostics {...diagnostics} />
      </div>
    </>
  );
}

/** Where a part lies in the image, which is never mirrored. */
function shareStyle({ left, top, width, height }: Share) {
  const percent = (fraction: number) => `${fraction * 100}%`;
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
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
