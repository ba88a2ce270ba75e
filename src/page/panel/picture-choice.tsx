import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { trusted } from '../../core/view/trusted.ts';
import { numberText } from '../../core/words/numbers.ts';
import type { Picture } from '../find/picture.ts';
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
