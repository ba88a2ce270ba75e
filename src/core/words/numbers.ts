import { language, translate } from '../i18n.ts';

/** From here up, and from 1 minus this down, a whole percentage would claim certainty. */
const ALMOST_CERTAIN = 0.995;

/** A probability from 0 to 1 as a percentage without decimals: "82 %", "over 99 %", "under 1 %". */
export function percentText(fraction: number): string {
  if (fraction >= ALMOST_CERTAIN) return translate('percentOver', numberText(99));
  if (fraction <= 1 - ALMOST_CERTAIN) return translate('percentUnder', numberText(1));
  return translate('percent', numberText(fraction * 100));
}

/** A number without decimals: "1,200". */
export function numberText(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value);
}

/** How far something has got, from 0 to 1, in whole percent: "42 %". */
export function progressText(fraction: number): string {
  return translate('percent', numberText(Math.floor(fraction * 100)));
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number with its unit, with no more decimals than these. Bytes are written out: short, English has "835 byte". */
function withUnit(value: number, unit: string, decimals: number, display: 'short' | 'long' = 'short'): string {
  const unitDisplay = unit === 'byte' ? 'long' : display;
  const style = { style: 'unit', unit, unitDisplay, maximumFractionDigits: decimals } as const;
  return new Intl.NumberFormat(language(), style).format(value);
}

/** A size in decimal units (1 kB is 1,000 bytes, as the service counts): "835 bytes", "412 kB", "3.4 MB". */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), SIZE_UNITS.length - 1);
  return withUnit(bytes / 1000 ** power, SIZE_UNITS[power] ?? 'byte', power > 1 ? 1 : 0);
}

/** Seconds with one decimal, two below one: "0.42 sec". */
export function secondsText(seconds: number): string {
  return withUnit(seconds, 'second', seconds < 1 ? 2 : 1);
}

/** Whole minutes: "12 minutes". */
export function minutesText(minutes: number): string {
  return withUnit(minutes, 'minute', 0, 'long');
}

/** A day. `epochMs` is in milliseconds. */
export function dayText(epochMs: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(epochMs);
}

/** A moment for people and for the record: with its time zone, and as ISO 8601. `epochMs` is in milliseconds. */
export function exactMomentText(epochMs: number): string {
  const local = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'long' }).format(epochMs);
  return `${local} (${new Date(epochMs).toISOString()})`;
}

/** A moment as date and time. `epochMs` is in milliseconds. */
export function momentText(epochMs: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(epochMs);
}

/** A moment as the time of day alone. `epochMs` is in milliseconds. */
export function clockText(epochMs: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'medium' }).format(epochMs);
}
