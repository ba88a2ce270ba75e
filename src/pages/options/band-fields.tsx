import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { changeSettings, type Settings } from '../../core/store/settings-item.ts';
import { numberText } from '../../core/words/numbers.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

type End = 'from' | 'to';

const LABELS: Record<End, MessageKey> = { from: 'bandFrom', to: 'bandTo' };

/** The part of the scale that decides nothing. */
export function BandFields({ settings }: { readonly settings: Settings | undefined }): JSX.Element {
  return (
    <fieldset class="band" aria-describedby="band-about">
      <legend>{translate('inconclusiveBand')}</legend>
      <p class="quiet" id="band-about">
        {translate('aboutInconclusiveBand')}
      </p>
      {settings && <BandInputs settings={settings} />}
    </fieldset>
  );
}

/** What is entered counts once it is a band; until then the last one does, and the fields keep what was typed. */
function BandInputs({ settings }: { readonly settings: Settings }): JSX.Element {
  const counting = { from: settings.inconclusiveFrom, to: settings.inconclusiveTo };
  const [typed, setTyped] = useState<Partial<Record<End, string>>>({});
  const [entered, setEntered] = useState<PercentBand | 'none'>();
  const { failure, attempt } = useAttempt();
  const shown = { from: typed.from ?? String(counting.from), to: typed.to ?? String(counting.to) };

  async function enter(): Promise<void> {
    const band = readBand(shown.from, shown.to);
    setEntered(band ? undefined : 'none');
    if (!band) return;
    const change = { inconclusiveFrom: band.from, inconclusiveTo: band.to };
    if (await attempt(() => changeSettings(change))) setEntered(band);
  }

  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <div class="field" key={end}>
          <label for={`band-${end}`}>{translate(LABELS[end])}</label>
          <input
            id={`band-${end}`}
            type="number"
            min="0"
            max="100"
            value={shown[end]}
            aria-invalid={entered === 'none'}
            aria-describedby="band-status"
            onInput={({ currentTarget }) => setTyped({ ...typed, [end]: currentTarget.value })}
            onChange={enter}
          />
        </div>
      ))}
      <div id="band-status" aria-live="polite">
        {entered && (
          <p class={entered === 'none' ? 'failed' : 'quiet'}>
            {entered === 'none' ? words('bandInvalid', counting) : words('bandSaved', entered)}
          </p>
        )}
      </div>
      <FailureLine failure={failure} />
    </>
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
