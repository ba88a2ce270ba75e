import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import type { HistoryList } from './history-list.ts';
import { manifestParts, partsIn, type TreePart, textOf } from './manifest-tree.ts';
import './inspect-manifests.css';

interface InspectManifestsProps {
  readonly list: HistoryList;
  readonly id: string;
  /** The page was opened for it. */
  readonly isWanted: boolean;
}

/** Everything that the Content Credentials of a result hold, part by part: each is made when it is opened. */
export function InspectManifests({ list, id, isWanted }: InspectManifestsProps): JSX.Element {
  const [parts, setParts] = useState<readonly TreePart[]>();
  const { failure, attempt } = useAttempt();
  const summary = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!isWanted || !parts) return;
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  }, [isWanted, parts]);
  const read = () =>
    void attempt(async () => {
      const whole = await list.credentials(id);
      setParts((whole && manifestParts(whole.json)) ?? []);
    });
  return (
    <details class="inspect" open={isWanted} onToggle={({ currentTarget }) => currentTarget.open && !parts && read()}>
      <summary ref={summary}>{translate('inspect')}</summary>
      <p>{translate('inspectAbout')}</p>
      <FailureLine failure={failure} />
      {parts && <Parts parts={parts} more={0} />}
      {parts?.length === 0 && <p>{translate('fileSaysFault')}</p>}
    </details>
  );
}

function Parts({ parts, more }: { readonly parts: readonly TreePart[]; readonly more: number }): JSX.Element {
  return (
    <ul>
      {parts.map((part, at) => (
        <li key={`${at} ${part.name}`}>
          <Part part={part} />
        </li>
      ))}
      {more > 0 && <li class="quiet">{translate('inspectMore', numberText(more))}</li>}
    </ul>
  );
}

function Part({ part }: { readonly part: TreePart }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const held = partsIn(part);
  if (!held || held.parts.length === 0) {
    return (
      <>
        <bdi class="quiet">{part.name}</bdi> <bdi>{held ? '–' : textOf(part)}</bdi>
      </>
    );
  }
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <bdi>{part.name}</bdi>
      </summary>
      {isOpen && <Parts {...held} />}
    </details>
  );
}
