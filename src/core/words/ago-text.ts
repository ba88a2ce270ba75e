import { language } from '../i18n.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long ago a moment was, in the largest unit that it fills: "2 min. ago". In epoch milliseconds. */
export function agoText(epochMs: number, nowMs = Date.now()): string {
  const seconds = Math.max(0, Math.floor((nowMs - epochMs) / 1_000));
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? UNITS[3];
  const format = new Intl.RelativeTimeFormat(language(), { style: 'short', numeric: 'auto' });
  return format.format(-Math.floor(seconds / length), unit);
}
