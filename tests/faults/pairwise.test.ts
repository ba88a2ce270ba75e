import { expect, test } from 'vitest';
import { BROWSER_EVENTS, pairwiseEventCases } from '../e2e/faults/browser-events.ts';
import { canHappen } from './check-events.ts';
import { HELD_STATES } from './check-states.ts';

// Node runs every event that needs no browser in every state, of every kind; a browser runs each pair of them.

const cases = pairwiseEventCases().map(({ kind, event, state }) => ({ kind, event: event.name, state: state.name }));
const KINDS = ['image', 'video', 'page'] as const;
const STATES = HELD_STATES.image.map(({ name }) => name);

const pairs = (pairOf: (one: (typeof cases)[number]) => string) => [...new Set(cases.map(pairOf))].sort();
const product = (firsts: readonly string[], seconds: readonly string[]) =>
  firsts.flatMap((first) => seconds.map((second) => `${first}, ${second}`)).sort();
const EVENTS = BROWSER_EVENTS.map(({ name }) => name);

test('in a browser every event meets every state in which it can happen', () => {
  const possible = BROWSER_EVENTS.flatMap((event) =>
    product(
      [event.name],
      STATES.filter((state) => canHappen(event, state)),
    ),
  );
  expect(pairs(({ event, state }) => `${event}, ${state}`)).toEqual(possible.sort());
});

test('in a browser every event meets every kind', () => {
  expect(pairs(({ event, kind }) => `${event}, ${kind}`)).toEqual(product(EVENTS, KINDS));
});

test('in a browser every state is that of every kind', () => {
  expect(pairs(({ state, kind }) => `${state}, ${kind}`)).toEqual(product(STATES, KINDS));
});
