import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { ResultFilter, ResultOutcome } from './result-filter.ts';

const OUTCOMES: readonly (readonly [outcome: ResultOutcome, words: MessageKey])[] = [
  ['likely-ai', 'verdictLikelyAi'],
  ['inconclusive', 'verdictInconclusive'],
  ['likely-not-ai', 'verdictLikelyNotAi'],
  ['failed', 'stateFailed'],
];

interface FilterBarProps {
  readonly filter: ResultFilter;
  readonly onFilter: (filter: ResultFilter) => void;
}

/** Which results are shown. */
export function FilterBar({ filter, onFilter }: FilterBarProps): JSX.Element {
  const { outcome, text } = filter;
  return (
    <search class="filter">
      <label>
        {translate('filterVerdict')}
        <select
          onChange={({ currentTarget: { value } }) => {
            const chosen = OUTCOMES.find(([one]) => one === value)?.[0];
            onFilter({ text, ...(chosen && { outcome: chosen }) });
          }}
        >
          <option value="" selected={outcome === undefined}>
            {translate('filterAll')}
          </option>
          {OUTCOMES.map(([one, words]) => (
            <option key={one} value={one} selected={one === outcome}>
              {translate(words)}
            </option>
          ))}
        </select>
      </label>
      <label class="text">
        {translate('filterText')}
        <input
          type="search"
          value={text}
          placeholder={translate('filterTextHint')}
          onInput={({ currentTarget: { value } }) => onFilter({ ...filter, text: value })}
        />
      </label>
    </search>
  );
}
