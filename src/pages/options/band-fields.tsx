import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { Settings } from '../../core/store/settings-item.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { Sentence } from './sentence.tsx';
import { changeSettings } from './use-settings.ts';

type End = 'from' | 'to';

/** The part of the scale that decides nothing. What is entered counts once it is a band; until then the last one does. */
export function BandFields({ settings }: { readonly settings: Settings | undefined }): JSX.Element {
  const [typed, setTyped] = useState<Partial<Record<End, string>>>({});
  const [entered, setEntered] = useState<PercentBand | 'none'>();
  const { failure, attempt } = useAttempt();
  const counting = settings && { from: settings.inconclusiveFrom, to: settings.inconclusiveTo };
  // Whatever else the page learns meanwhile draws the fields anew.
  const shown = (end: End) => typed[end] ?? counting?.[end].toString() ?? '';

  async function enter(): Promise<void> {
    const band = readBand(shown('from'), shown('to'));
    setEntered(band ? undefined : 'none');
    if (!band) return;
    const change = { inconclusiveFrom: band.from, inconclusiveTo: band.to };
    if (await attempt(() => changeSettings(change))) setEntered(band);
  }

  // The whole sentence, with an ellipsis where the field is.
  const name = (end: End) =>
    translate('bandSentence', end === 'from' ? '…' : shown('from'), end === 'to' ? '…' : shown('to'));
  const fields = (['from', 'to'] as const).map((end) => (
    <input
      key={end}
      type="number"
      min="0"
      max="100"
      value={shown(end)}
      disabled={!counting}
      aria-label={name(end)}
      aria-invalid={entered === 'none'}
      aria-describedby="band-status"
      onInput={({ currentTarget }) => setTyped({ ...typed, [end]: currentTarget.value })}
      onChange={enter}
    />
  ));
  return (
    <fieldset class="setting">
      <legend class="unseen">{translate('inconclusiveBand')}</legend>
      <Sentence text="bandSentence" fields={fields} />
      <div id="band-status" aria-live="polite">
        {counting && entered && (
          <p class={entered === 'none' ? 'failed' : 'quiet'}>
            {entered === 'none' ? words('bandInvalid', counting) : words('bandSaved', entered)}
          </p>
        )}
      </div>
      <FailureLine failure={failure} />
    </fieldset>
  );
}

function words(key: MessageKey, { from, to }: PercentBand): string {
  return translate(key, translate('percent', numberText(from)), translate('percent', numberText(to)));
}

/** A band of likelihoods, in percent. */
interface PercentBand {
  readonly from: number;
  readonly to: number;
}

/** The band that was typed; undefined when it is none: two numbers from 0 to 100, the lower one first. */
export function readBand(from: string, to: string): PercentBand | undefined {
  if (from.trim() === '' || to.trim() === '') return undefined;
  const band = { from: Number(from), to: Number(to) };
  return band.from >= 0 && band.from <= band.to && band.to <= 100 ? band : undefined;
}
