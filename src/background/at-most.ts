import type { CheckRecord } from '../core/check/check-record.ts';
import { isLocalFile } from '../core/check/media-reference.ts';

/** Who has work done: a tab, or the check of a file that the user gave. */
export type Owner = number | string | symbol;

/** Whose turn work waits for, left out: one of its own; how that is stopped; and how much of the limit it takes, left out: 1. */
export interface Turn {
  readonly owner?: Owner | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly weight?: number;
}

/**
 * Runs work, when it is its turn; `leave` gives the turn on before the work has ended. Rejects with the reason of `signal` when that
 * is aborted before.
 */
export type InTurn = <T>(work: (leave: () => void) => Promise<T>, turn?: Turn) => Promise<T>;

interface Place {
  readonly weight: number;
  readonly begin: () => void;
}

/** Whose turn a check is: all of a tab share one, so that a page with hundreds of costly files holds up no other tab. */
export function ownerOf({ id, media }: CheckRecord): Owner {
  return isLocalFile(media) ? id : media.tabId;
}

/**
 * Lets so many run at one time. The others take turns, owner by owner, and what one owner asks for begins in its order; nothing light
 * passes by a heavy one, which would wait for ever else.
 */
export function atMost(limit: number): InTurn {
  const waiting = new Map<Owner, Place[]>();
  let running = 0;

  function beginNext(): void {
    for (const [owner, places] of waiting) {
      const [place] = places;
      if (place && running + place.weight > limit) return;
      waiting.delete(owner);
      if (!place) continue;
      places.shift();
      waiting.set(owner, places); // Behind all other owners.
      running += place.weight;
      place.begin();
    }
  }

  function wait(owner: Owner, weight: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const places = waiting.get(owner) ?? [];
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        places.splice(places.indexOf(place), 1);
        beginNext(); // What is behind may be lighter.
        reject(signal?.reason);
      };
      const place = { weight, begin };
      signal?.addEventListener('abort', giveUp);
      places.push(place);
      waiting.set(owner, places);
      beginNext();
    });
  }

  return async (work, { owner = Symbol(), signal, weight = 1 } = {}) => {
    signal?.throwIfAborted();
    await wait(owner, weight, signal);
    let held = weight;
    const leave = () => {
      running -= held;
      held = 0; // It may leave before its end.
      beginNext();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  };
}
