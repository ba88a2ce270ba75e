import type { JSX } from 'preact';
import { translate } from '../../i18n.ts';
import type { Picture } from '../../media/find/picture.ts';
import { trusted } from '../check-body/trusted.ts';
import { numberText } from '../shared/numbers.ts';
import { Thumbnail } from './thumbnail.tsx';

interface PictureChoiceProps {
  readonly pictures: readonly Picture[];
  /** The one this panel is about. */
  readonly current: Picture | undefined;
  readonly onChoose: (index: number) => void;
}

/** The pictures at the spot, topmost first, to choose from. */
export function PictureChoice({ pictures, current, onChoose }: PictureChoiceProps): JSX.Element {
  return (
    <fieldset class={current ? 'pictures' : 'pictures to-choose'}>
      {current && <legend class="quiet">{translate('otherPictures')}</legend>}
      {pictures.map((picture, index) => (
        <button
          type="button"
          key={picture}
          aria-label={translate('pictureNumber', numberText(index + 1))}
          aria-pressed={picture === current}
          onClick={trusted(() => picture !== current && onChoose(index))}
        >
          <Thumbnail picture={picture} />
        </button>
      ))}
    </fieldset>
  );
}
