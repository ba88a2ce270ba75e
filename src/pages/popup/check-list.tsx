import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CheckRow } from '../../core/check/check-view.ts';
import { factsLine } from '../../core/i18n.ts';
import { likelihoodText, standingText } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { shortMomentText } from '../../core/words/numbers.ts';

interface CheckListProps {
  readonly title: string;
  readonly checks: readonly CheckRow[];
  readonly onOpen: (check: CheckRow) => void;
}

/** A titled list of checks, each to be opened. */
export function CheckList(props: CheckListProps): JSX.Element {
  return (
    <section>
      <h2>{props.title}</h2>
      <ul>
        {props.checks.map((check) => (
          <Row key={check.id} check={check} onOpen={props.onOpen} />
        ))}
      </ul>
    </section>
  );
}

/** Where a check was: a page's host, or a file's name. */
export function placeText(place: string): string {
  return URL.parse(place)?.host || place;
}

interface RowProps {
  readonly check: CheckRow;
  readonly onOpen: (check: CheckRow) => void;
}

function Row({ check, onOpen }: RowProps): JSX.Element {
  const tone = check.verdict?.headline ?? (check.state === 'failed' ? 'failed' : 'quiet');
  const sub = check.verdict ? likelihoodText(check.verdict) : check.error && errorWords(check.error).sentence;
  return (
    <li>
      <button type="button" class="row" onClick={() => onOpen(check)}>
        <Picture blob={check.thumbnail} />
        <span class="what">
          <strong class={tone}>{standingText(check)}</strong>
          {sub && (
            <span class="quiet" title={sub}>
              {sub}
            </span>
          )}
          <span class="quiet" title={check.place}>
            {factsLine([placeText(check.place), shortMomentText(check.startedAt)])}
          </span>
        </span>
      </button>
    </li>
  );
}

function Picture({ blob }: { readonly blob: Blob | undefined }): JSX.Element {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address ? <img src={address} alt="" /> : <span class="no-picture" />;
}
