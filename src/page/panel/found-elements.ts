/** Where the page script leaves the way to its elements for other scripts of ours, in the world that pages do not see. */
const KEY = 'checkWithBitmindElementOf';

type ElementOf = (checkId: string) => Element | undefined;

/** Lets other scripts in this frame ask for the element of a check. */
export function shareElements(elementOf: ElementOf): void {
  Reflect.set(globalThis, KEY, elementOf);
}

/** The element of a check, as the page script of this frame found it. */
export function elementOfCheck(checkId: string): Element | undefined {
  const elementOf: ElementOf | undefined = Reflect.get(globalThis, KEY);
  return elementOf?.(checkId);
}
