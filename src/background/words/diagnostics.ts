import { browser } from '../../core/browser/browser.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import type { Diagnostics } from '../../core/protocol/panel-view.ts';

/** What runs: the extension's version, and what the browser says it is. */
export interface Build {
  readonly version: string;
  readonly browser: string;
}

/** What runs here. */
export function build(): Build {
  return { version: browser.runtime.getManifest().version, browser: navigator.userAgent };
}

/**
 * What somebody who is asked for help needs to know of a check, in words of no language. Of an error only its code and numbers
 * are told: its other data may name a host, or quote the service. Addresses stand apart, to be told at the user's wish alone.
 */
export function diagnosticsOf(check: CheckRecord, { version, browser }: Build): Diagnostics {
  const { id, state, media, fromScreen, pageRun, restarts, read, error, unjudged, startedAt, endedAt } = check;
  const { question, answeredAt, stages = [] } = check;
  const fault = error ?? unjudged;
  const text = lines([
    ['check-with-bitmind', version],
    ['browser', browser],
    ['check', id],
    ['media', `${media.kind}, ${isLocalFile(media) ? 'file' : media.pointedBy}${media.isPrivate ? ', private' : ''}`],
    ['part', pageRun === undefined ? undefined : 'of a whole page'],
    ['state', state],
    ['question', question?.kind],
    ['error', fault && [fault.code, ...numbersOf(fault)].join(' ')],
    ['read', read && `${read.method}, ${read.type}, ${read.sizeBytes} bytes${fromScreen ? ', screen chosen' : ''}`],
    ['restarts', restarts],
    ['started', moment(startedAt)],
    ['ended', moment(endedAt)],
    ['answered', moment(answeredAt)],
    ...stages.map(({ state, at }) => [`+${at - startedAt} ms`, state] as const),
  ]);
  const doubt = doubtOf(check);
  return { text, addresses: addressesOf(media), ...(doubt !== undefined && { doubt }) };
}

/** What comes before it where a verdict seems wrong: the verdict, and which bytes it is on. */
function doubtOf({ verdict, frames, read }: CheckRecord): string | undefined {
  const all = verdict ? [verdict] : frames;
  if (!all) return undefined;
  const said = all.map(({ isAi, likelihood = 'none' }) => `isAI ${isAi}, likelihood ${likelihood}`);
  return lines([
    ['this seems wrong', said.join('; ')],
    ['sha256', read?.sha256],
  ]);
}

function addressesOf(media: MediaReference): string {
  if (isLocalFile(media)) return lines([['file', media.fileName]]);
  return lines([
    ['page', media.pageUrl],
    ['frame', media.frameUrl],
    ['address', media.url?.slice(0, MAX_ADDRESS)],
  ]);
}

/** A `data:` address holds a whole file. Characters. */
const MAX_ADDRESS = 2_000;

type Line = readonly [name: string, value: string | number | undefined];

function lines(all: readonly Line[]): string {
  return all.map(([name, value]) => (value === undefined ? '' : `${name}: ${value}\n`)).join('');
}

function numbersOf(fault: object): string[] {
  return Object.entries(fault).flatMap(([name, value]) => (typeof value === 'number' ? `${name}=${value}` : []));
}

function moment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
