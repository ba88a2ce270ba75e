import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { ListChoice, ListFilter, ListSort } from './list-order.ts';
import type { KeyAct } from './panel-keys.ts';

const SORTS: readonly (readonly [ListSort, MessageKey])[] = [
  ['position', 'sortPosition'],
  ['likelihood', 'columnLikelihood'],
];

const FILTERS: readonly (readonly [ListFilter, MessageKey])[] = [
  ['all', 'filterAll'],
  ['likely-ai', 'verdictLikelyAi'],
  ['inconclusive', 'verdictInconclusive'],
  ['failed', 'stateFailed'],
  ['credentials', 'filterCredentials'],
  ['disputed', 'filterDisputed'],
];

interface ListToolsProps {
  readonly choice: ListChoice;
  readonly onChoose: (choice: ListChoice) => void;
  readonly onAct: (act: KeyAct) => void;
}

/** In which order the list is, and what of it is shown. */
export function ListTools({ choice, onChoose, onAct }: ListToolsProps): JSX.Element {
  return (
    <div class="list-tools">
      <Choice name="sortList" options={SORTS} chosen={choice.sort} onChoose={(sort) => onChoose({ ...choice, sort })} />
      <Choice
        name="filterList"
        options={FILTERS}
        chosen={choice.filter}
        onChoose={(filter) => onChoose({ ...choice, filter })}
      />
      <div class="actions">
        <button type="button" onClick={() => onAct('next-unsure')}>
          {translate('nextUnsure')}
        </button>
        <button
          type="button"
          class="keys"
          aria-label={translate('keyboardShortcuts')}
          title={translate('keyboardShortcuts')}
          onClick={() => onAct('keys')}
        >
          ?
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: MessageKey;
  readonly options: readonly (readonly [T, MessageKey])[];
  readonly chosen: T;
  readonly onChoose: (chosen: T) => void;
}

function Choice<T extends string>({ name, options, chosen, onChoose }: ChoiceProps<T>): JSX.Element {
  return (
    <label>
      {translate(name)}
      <select
        onChange={({ currentTarget: { selectedIndex } }) => {
          const option = options[selectedIndex];
          if (option) onChoose(option[0]);
        }}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one} selected={one === chosen}>
            {translate(words)}
          </option>
        ))}
      </select>
    </label>
  );
}
