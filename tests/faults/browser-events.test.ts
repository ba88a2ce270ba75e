import { expect, test } from 'vitest';
import { BROWSER_ALONE, browserEventCases } from '../e2e/faults/browser-events.ts';
import { CHECK_EVENTS, canHappen } from './check-events.ts';
import { HELD_STATES } from './check-states.ts';

// Node runs every event that needs no browser in every state, of every kind; a browser runs each in which it has a part once.

const cases = browserEventCases().map(({ kind, event, state }) => ({ kind, event: event.name, state: state.name }));
const STATES = HELD_STATES.image.map(({ name }) => name);

test('in a browser, what it alone can do meets every state', () => {
  for (const event of BROWSER_ALONE) {
    const met = cases.filter((one) => one.event === event.name).map(({ state }) => state);
    expect(met.sort()).toEqual(STATES.filter((state) => canHappen(event, state)).sort());
  }
});

test('in a browser every other event happens once in which it has a part', () => {
  const others = CHECK_EVENTS.filter(({ isWithoutBrowser }) => !isWithoutBrowser).map(({ name }) => name);
  expect(others).toEqual(['the tab is closed', 'the page is navigated', 'the storage is full']);
  const met = cases.map(({ event }) => event).filter((name) => CHECK_EVENTS.some((event) => event.name === name));
  expect(met).toEqual(others);
});

test('in a browser something happens to every kind, and in every state', () => {
  expect([...new Set(cases.map(({ kind }) => kind))].sort()).toEqual(['image', 'page', 'video']);
  expect([...new Set(cases.map(({ state }) => state))].sort()).toEqual([...STATES].sort());
});
