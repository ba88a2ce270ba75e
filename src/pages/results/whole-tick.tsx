import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';

interface WholeTickProps {
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}

/** Whether files get the whole of addresses, access keys in them and all. */
export function WholeTick({ isWhole, onWhole }: WholeTickProps): JSX.Element {
  const about = useId();
  return (
    <span class="whole">
      <label title={translate('aboutWholeAddresses')}>
        <input
          type="checkbox"
          checked={isWhole}
          aria-describedby={about}
          onChange={(event) => onWhole(event.currentTarget.checked)}
        />
        {translate('wholeAddresses')}
      </label>
      <span id={about} hidden>
        {translate('aboutWholeAddresses')}
      </span>
    </span>
  );
}
