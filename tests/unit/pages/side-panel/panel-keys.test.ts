import { beforeAll, describe, expect, it } from 'vitest';
import { type KeyAct, keyAct, PANEL_KEYS } from '../../../../src/pages/side-panel/panel-keys.ts';

/** An element of which all that is asked is whether it is, or is in, what a selector names. */
class FakeElement {
  readonly names: readonly string[];
  constructor(...names: readonly string[]) {
    this.names = names;
  }
  closest(selector: string): FakeElement | null {
    return selector.split(', ').some((one) => this.names.includes(one)) ? this : null;
  }
}

beforeAll(() => void Object.assign(globalThis, { Element: FakeElement }));

const NOTHING_HELD = { code: '', ctrlKey: false, altKey: false, metaKey: false, isComposing: false, repeat: false };

const actOf = (key: string, target: FakeElement | null = null, held: Partial<typeof NOTHING_HELD> = {}) =>
  keyAct({ ...NOTHING_HELD, ...held, key, target: target as unknown as EventTarget | null });

describe('the keys of the side panel', () => {
  it.each<[string, KeyAct]>([
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['ArrowUp', 'previous'],
    ['n', 'next-unsure'],
    ['Enter', 'show'],
    ['p', 'part'],
    ['r', 'again'],
    ['c', 'copy'],
    ['a', 'agree'],
    ['d', 'disagree'],
    ['u', 'unsure'],
    ['Escape', 'back'],
    ['?', 'keys'],
    ['J', 'next'], // With Caps Lock.
  ])('%s: %s', (key, act) => expect(actOf(key)).toBe(act));

  it.each<[string, string, string, KeyAct | undefined]>([
    ['Arabic', 'ت', 'KeyJ', 'next'],
    ['Arabic', '؟', 'Slash', 'keys'],
    ['Cyrillic', 'В', 'KeyD', 'disagree'],
    ['Japanese', 'ち', 'KeyA', 'agree'],
    ['Chinese', '？', 'Slash', 'keys'],
    ['French, whose A is elsewhere', 'q', 'KeyA', undefined],
    ['Polish, whose Alt Gr is no Alt', 'ą', 'KeyA', undefined],
  ])('on a keyboard that is %s, %s: (%s) %s', (_script, key, code, act) =>
    expect(actOf(key, null, { code })).toBe(act),
  );

  it.each<[string, KeyAct | undefined]>([
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['r', undefined],
    ['a', undefined],
    ['c', undefined],
    ['Enter', undefined],
  ])('%s, held: %s', (key, act) => expect(actOf(key, null, { repeat: true })).toBe(act));

  it('each have one meaning', () => {
    const keys = PANEL_KEYS.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each<[string, string, FakeElement | null, Partial<typeof NOTHING_HELD>]>([
    ['a letter typed in a field', 'j', new FakeElement('input:not([type="checkbox"])'), {}],
    ['a letter that chooses an option', 'a', new FakeElement('select'), {}],
    ['the browser’s own key for copying', 'c', null, { ctrlKey: true }],
    ['a letter that an input method composes', 'n', null, { isComposing: true }],
    ['Enter on a button, which presses it', 'Enter', new FakeElement('button:not(.row)'), {}],
    ['an arrow that moves the part of an image', 'ArrowDown', new FakeElement('[role="application"]'), {}],
    ['the key that selects all', 'a', null, { ctrlKey: true }],
    ['a key of the browser’s menu', 'd', null, { altKey: true }],
    ['the key that copies, on a Mac', 'c', null, { metaKey: true }],
    ['any other key', 'x', null, {}],
  ])('leave %s alone', (_name, key, target, held) => expect(actOf(key, target, held)).toBeUndefined());

  it('leave the button in focus on Escape', () =>
    expect(actOf('Escape', new FakeElement('button:not(.row)'))).toBe('back'));
});
