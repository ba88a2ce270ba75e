import { Component, type JSX } from 'preact';
import { translate } from '../i18n.ts';
import type { TimelineView } from '../protocol/panel-view.ts';

interface TimelineBarProps extends TimelineView {
  /** Has the player go to where a part begins; left out where there is none. */
  readonly onSeek: ((part: number) => void) | undefined;
}

/** How many parts further a key leads; more than there are, to the first or the last. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  Home: -99,
  End: 99,
};

/**
 * The parts of a video that were judged by themselves: in words, and each as a bar at its time. All of them are one slider, as in players:
 * each by itself would be too narrow to be hit.
 */
export class TimelineBar extends Component<TimelineBarProps, { readonly at: number }> {
  override state = { at: 0 };
  bar: HTMLElement | null = null;

  go(part: number): void {
    const at = Math.min(Math.max(part, 0), this.props.parts.length - 1);
    this.setState({ at });
    this.props.onSeek?.(at);
  }

  onClick = ({ isTrusted, clientX }: MouseEvent): void => {
    const { left = 0, width = 1 } = this.bar?.getBoundingClientRect() ?? {};
    const place = (clientX - left) / width;
    if (isTrusted) this.go(this.props.parts.findLastIndex(({ from }) => from <= place));
  };

  onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!event.isTrusted || step === undefined) return;
    event.preventDefault();
    this.go(this.state.at + step);
  };

  render(): JSX.Element {
    const { words, parts, onSeek } = this.props;
    const { at } = this.state;
    const chosen = parts[at]?.words;
    return (
      <>
        <p>{words}</p>
        <div
          class="timeline"
          ref={(element) => {
            this.bar = element;
          }}
          role="slider"
          tabIndex={0}
          aria-label={translate('timelineName')}
          aria-valuemax={parts.length}
          aria-valuenow={at + 1}
          aria-valuetext={chosen}
          onClick={this.onClick}
          onKeyDown={this.onKey}
        >
          {parts.map(({ words: name, tone, fraction = 0, from }, index) => (
            <i
              key={name}
              title={name}
              class={`${tone} ${index === at ? 'chosen' : ''}`}
              style={{ left: `min(${from * 100}%, 100% - 10px)`, height: `${fraction * 100}%` }}
            />
          ))}
        </div>
        <p>{chosen}</p>
        {onSeek && <p class="quiet">{translate('timelineHelp')}</p>}
      </>
    );
  }
}
