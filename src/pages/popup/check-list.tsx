import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { factsLine, language } from '../../core/i18n.ts';
import type { CheckRow } from '../../core/protocol/checks-feed.ts';
import { placeText } from '../shared/place-text.ts';
import { RowBody } from '../shared/row-body.tsx';

interface CheckListProps {
  readonly title: string;
  readonly checks: readonly CheckRow[];
  readonly onOpen: (check: CheckRow) => void;
}

/** A titled list of checks, each to be opened. */
export function CheckList(props: CheckListProps): JSX.Element {
  return (
    <section class="checks">
      <h2>{props.title}</h2>
      <ul>
        {props.checks.map((check) => (
          <Row key={check.checkId} check={check} onOpen={props.onOpen} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly check: CheckRow;
  readonly onOpen: (check: CheckRow) => void;
}

function Row({ check, onOpen }: RowProps): JSX.Element {
  const { place, startedAt } = check;
  return (
    <li>
      <button type="button" class="row" onClick={() => onOpen(check)}>
        <Picture blob={check.thumbnail} />
        <RowBody {...check} foot={factsLine([placeText(place), shortMomentText(startedAt)])} title={place} />
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

/** A moment in a narrow column: day and time in figures. `epochMs` is in milliseconds. */
function shortMomentText(epochMs: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short' }).format(epochMs);
}
