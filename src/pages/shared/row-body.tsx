import type { JSX } from 'preact';
import type { CheckRow } from '../../core/protocol/checks-feed.ts';
import { FileSign } from '../../core/view/file-sign.tsx';
import { Icon } from '../../core/view/icons.tsx';
import { WholeWords } from './whole-words.tsx';
import './row-body.css';

interface RowBodyProps extends Pick<CheckRow, 'words' | 'tone' | 'more' | 'fileSays' | 'note'> {
  /** What the user thinks of it. */
  readonly judgement?: string | undefined;
  /** Where it is, and the like. */
  readonly foot: string;
  readonly title?: string;
}

/** A check in a row of a list: what it came to, with its icon, and below it what else there is to say, a line each. */
export function RowBody(props: RowBodyProps): JSX.Element {
  const { words, tone, more, fileSays, note, judgement, foot, title } = props;
  return (
    <span class="what">
      <strong class={tone}>
        {tone !== 'quiet' && <Icon name={tone} size={16} />}
        <span>
          <WholeWords text={words} />
        </span>
      </strong>
      {[more, note, judgement].map(
        (line) =>
          line && (
            <span key={line} class="quiet">
              <WholeWords text={line} />
            </span>
          ),
      )}
      {fileSays && (
        <span class="quiet file-says">
          <FileSign kind={fileSays.kind} size={14} />
          <span>
            <WholeWords text={fileSays.words} />
          </span>
        </span>
      )}
      <span class="quiet" title={title}>
        {foot}
      </span>
    </span>
  );
}
