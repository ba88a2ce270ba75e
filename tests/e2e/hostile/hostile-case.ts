import type { Page, PageRoutes, PageServer } from '../../fixtures/serve-pages.ts';
import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import { ALPS } from '../media/pictures.ts';
import type { Panel } from '../panel.ts';

/** What an attacker knows: every name of the servers, and where the extension's own pages are. */
export interface Knowledge {
  readonly origin: string;
  readonly otherOrigin: string;
  readonly loopbackOrigin: string;
  readonly extensionOrigin: string;
}

/** What can be looked at once a case is over. */
export interface Afterwards {
  readonly pages: PageServer;
  readonly sandbox: Sandbox;
  /** Undefined where the user chose nothing. */
  readonly panel: Panel | undefined;
  evaluate(expression: string): Promise<unknown>;
}

/** What must come of the user's check in a hostile page. */
export type HostileOutcome =
  /** BitMind's verdict is in the panel. */
  | { readonly kind: 'verdict' }
  /** The picture was sent, once; the page may have got rid of the panel, but not changed it. */
  | { readonly kind: 'verdict-or-none' }
  /** Nothing was sent, and the panel says why, or asks. */
  | { readonly kind: 'sentence'; readonly says: RegExp }
  /** The user chooses nothing, and nothing happens. */
  | { readonly kind: 'no-act' };

/** One attack. */
export interface HostileCase {
  readonly name: string;
  /** The pages; unless given otherwise, `/` runs the attack beside a picture at `/a.jpg`. */
  readonly routes?: (known: Knowledge) => PageRoutes;
  /** The address that is opened; `/` unless given. */
  readonly open?: (known: Knowledge) => string;
  /** Runs in the page before anything else of it. What it gets hold of it puts into `loot`. */
  readonly attack?: (known: Knowledge) => unknown;
  /** Runs while the menu is open. */
  readonly meanwhile?: () => unknown;
  /** What the user then presses in the panel, which ends the check. */
  readonly press?: 'Cancel';
  readonly outcome: HostileOutcome;
  /** More that must hold afterwards; throws if it does not. */
  readonly also?: (after: Afterwards) => unknown;
  /** The page itself holds words that look like a verdict's. */
  readonly isForging?: true;
  /** In Firefox too. */
  readonly isForBoth?: true;
}

/** Names of the attacks of one theme. */
export interface HostileTheme {
  readonly theme: string;
  readonly cases: readonly HostileCase[];
}

/** What an attack puts into its loot when something of the extension's has called what is its own. */
export const CAUGHT = 'caught something';

/** The picture that the user points at. */
export const TARGET = '#it';

/** A page that attacks, around a picture. */
export function hostilePage(
  { attack }: Pick<HostileCase, 'attack'>,
  known: Knowledge,
  body = pictureOf('/a.jpg'),
): Page {
  const attacked = attack ? `${callOf(attack, known)}; window.hasAttacked = true` : 'window.hasAttacked = true';
  // Its own words are not to be taken for something it has read.
  const script = `<script>document.currentScript.remove(); window.loot = []; ${attacked}</script>`;
  const start = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>';
  return { body: `${start}${script}<body style="margin:20px"><h1>A page</h1>${body}` };
}

/** A function that runs in the page, called there. */
export function callOf(run: (known: Knowledge) => unknown, known?: Knowledge): string {
  const source = String(run);
  const isMethod = !/^(async\s+)?(function\b|\()/.test(source);
  return `(${isMethod ? `function ${source}` : source})(${known ? JSON.stringify(known) : ''})`;
}

/** Several attacks in one page, which do not hinder each other; where one cannot begin, the page does not say that it has attacked. */
export function together(...attacks: readonly (() => unknown)[]): () => unknown {
  return new Function(attacks.map((attack) => callOf(attack)).join(';\n')) as () => unknown;
}

/** The picture that is pointed at. */
export function pictureOf(address: string, attributes = ''): string {
  return `<img id="it" src="${address}" width="400" height="189" alt="" ${attributes}>`;
}

/** The routes of a case. */
export function routesOf(one: HostileCase, known: Knowledge): PageRoutes {
  return { '/': hostilePage(one, known), '/a.jpg': ALPS, ...one.routes?.(known) };
}
