import type { JSX } from 'preact';
import { translate } from '../i18n.ts';
import type { TimelineView } from '../protocol/panel-view.ts';
import { trusted } from './trusted.ts';

interface TimelineBarProps extends TimelineView {
  /** Has the player go to where a part begins; left out where there is none. */
  readonly onSeek: ((part: number) => void) | undefined;
}

/**
 * The parts of a video that were judged by themselves: in words, and each as a bar at its time. They are one choice, through which the
 * arrow keys go; what is chosen, or pointed at, is named below.
 */
export function TimelineBar({ words, before, parts, onSeek }: TimelineBarProps): JSX.Element {
  return (
    <>
      <p>{words}</p>
      <div class="timeline" role="radiogroup" aria-label={translate('timelineName')}>
        <i style={{ flexGrow: before }} />
        {parts.map(({ words: name, tone, fraction, share }, index) => (
          <label key={name} data-words={name} style={{ flexGrow: share }}>
            <input type="radio" name="timeline" aria-label={name} onClick={trusted(() => onSeek?.(index))} />
            <i class={tone} style={{ height: `${(fraction ?? 0) * 100}%` }} />
          </label>
        ))}
      </div>
      {onSeek && <p class="quiet">{translate('timelineHelp')}</p>}
    </>
  );
}
