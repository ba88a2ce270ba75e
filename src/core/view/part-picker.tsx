import { Component, type JSX } from 'preact';
import type { Share } from '../check/part.ts';
import { translate } from '../i18n.ts';
import { logFault } from '../log.ts';
import { sendToBackground } from '../protocol/send-to-background.ts';
import { numberText } from '../words/numbers.ts';
import { FIRST_PART, type ImagePoint, partBetween, partByKey } from './chosen-part.ts';
import { trusted } from './trusted.ts';

/** The image is no higher than this, in CSS pixels: the buttons below it stay in view. */
const MOST_HEIGHT = 400;

export interface PartPickerProps {
  readonly checkId: string;
  /** What is seen until the image comes in a larger size. */
  readonly thumbnail: Blob | undefined;
  /** Told the check of the part that was chosen; nothing where none was. */
  readonly onEnd: (checkId?: string) => void;
}

interface PartPickerState {
  readonly part: Share;
  /** Width by height of the image. */
  readonly ratio: number;
}

/**
 * Lets the user choose a part of an image: with mouse or finger, or with keys. It brings its looks along, since it comes late into
 * documents whose style sheets are there; where colours are forced, what shows the part is the border of a button.
 */
export class PartPicker extends Component<PartPickerProps, PartPickerState> {
  override state: PartPickerState = { part: FIRST_PART, ratio: 1 };
  stage: HTMLElement | null = null;
  canvas: HTMLCanvasElement | null = null;
  chosen: HTMLElement | null = null;
  corner: ImagePoint | undefined;

  override componentDidMount(): void {
    this.chosen?.focus({ preventScroll: true });
    const { checkId, thumbnail } = this.props;
    const larger = sendToBackground('getPicture', { checkId });
    const show = async () => {
      if (thumbnail) await this.show(thumbnail);
      await this.show(await larger);
    };
    void show().catch(logFault); // The small one serves as well: fractions are all that is told.
  }

  async show(picture: Blob): Promise<void> {
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    if (this.canvas) Object.assign(this.canvas, { width, height }).getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    this.setState({ ratio: width / height });
  }

  check(): void {
    const { checkId, onEnd } = this.props;
    sendToBackground('checkPart', { checkId, share: this.state.part }).then(onEnd, logFault);
  }

  pointOf({ clientX, clientY }: PointerEvent): ImagePoint {
    const { left = 0, top = 0, width = 1, height = 1 } = this.stage?.getBoundingClientRect() ?? {};
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  onDown = (event: PointerEvent): void => {
    if (!event.isTrusted || event.button !== 0) return;
    event.preventDefault(); // Neither the image is dragged away, nor the focus moved.
    this.stage?.setPointerCapture(event.pointerId);
    this.chosen?.focus({ preventScroll: true });
    this.corner = this.pointOf(event);
  };

  onMove = (event: PointerEvent): void => {
    const part = this.corner && event.isTrusted && partBetween(this.corner, this.pointOf(event));
    if (part) this.setState({ part });
  };

  onUp = (): void => {
    this.corner = undefined;
  };

  onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, isTrusted } = event;
    const part = partByKey(this.state.part, key, shiftKey);
    const isEnd = key === 'Enter' || key === 'Escape';
    if (!isTrusted || (!part && !isEnd)) return;
    event.preventDefault();
    event.stopPropagation(); // Else the whole panel would be closed.
    if (part) this.setState({ part });
    else if (key === 'Enter') this.check();
    else this.props.onEnd();
  };

  render(): JSX.Element {
    const { part, ratio } = this.state;
    const percent = (fraction: number) => translate('percent', numberText(fraction * 100));
    const [left, top, width, height] = [part.left, part.top, part.width, part.height];
    const css = (fraction: number) => `${fraction * 100}%`;
    return (
      <>
        <p class="quiet">{translate('partHelp')}</p>
        <div
          role="application"
          aria-label={translate('partToCheck')}
          ref={(element) => {
            this.stage = element;
          }}
          style={{ ...STAGE, width: `min(100%, ${MOST_HEIGHT * ratio}px)`, aspectRatio: String(ratio) }}
          onPointerDown={this.onDown}
          onPointerMove={this.onMove}
          onPointerUp={this.onUp}
          onPointerCancel={this.onUp}
        >
          <canvas
            ref={(element) => {
              this.canvas = element;
            }}
            style={{ display: 'block', width: '100%', height: '100%' }}
          />
          <button
            type="button"
            ref={(element) => {
              this.chosen = element;
            }}
            aria-label={translate('partToCheck')}
            style={{ ...CHOSEN, left: css(left), top: css(top), width: css(width), height: css(height) }}
            onKeyDown={this.onKey}
          />
        </div>
        <p class="quiet" role="status">
          {translate('partChosen', percent(width), percent(height), percent(left), percent(top))}
        </p>
        <div class="actions">
          <button type="button" class="primary" onClick={trusted(() => this.check())}>
            {translate('checkThisPart')}
          </button>
          <button type="button" onClick={trusted(() => this.props.onEnd())}>
            {translate('cancel')}
          </button>
        </div>
      </>
    );
  }
}

/** The image is not mirrored where texts run from right to left. */
const STAGE = {
  position: 'relative',
  direction: 'ltr',
  overflow: 'hidden',
  margin: 'auto',
  cursor: 'crosshair',
  touchAction: 'none',
} as const;

/** Light on dark, on whatever image; what is left out is dimmed. */
const CHOSEN = {
  position: 'absolute',
  minHeight: '0',
  padding: '0',
  border: '2px solid #fff',
  borderRadius: '0',
  background: 'none',
  boxShadow: '0 0 0 1px #000, inset 0 0 0 1px #000, 0 0 0 9999px rgb(0 0 0 / 45%)',
  outlineOffset: '-6px',
  cursor: 'crosshair',
} as const;
