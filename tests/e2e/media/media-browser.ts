import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import type { Panel } from '../panel.ts';
import type { BrowserName, Pointed } from './media-case.ts';

/** A browser in which the user is signed in, has allowed all sites and has the menu everywhere; it serves all cases, one after the other. */
export interface MediaBrowser {
  readonly name: BrowserName;
  /** The origin of the extension's own pages. */
  readonly extensionOrigin: string;
  /** The service it is signed in to. */
  readonly sandbox: Sandbox;
  /** Opens a page in the tab in front, without a cookie or a panel of the case before. */
  open(address: string): Promise<void>;
  /** Runs a function in the page. */
  run<Argument, Value>(script: (argument: Argument) => Value, argument: Argument): Promise<Awaited<Value>>;
  /** Evaluates an expression in the page by the debugger alone, which needs nothing that the page could have replaced. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks an element, as a person does. */
  click(selector: string): Promise<void>;
  /** Clicks with the right button and chooses "Check with BitMind"; `meanwhile` happens while the menu is open. */
  check(pointed: Pointed, meanwhile: () => Promise<void>): Promise<Panel>;
  /** Writes a PNG of what is on the screen. */
  screenshot(path: string): Promise<void>;
}
