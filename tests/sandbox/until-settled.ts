/** Waits until a promise settles, either way. Rejects with the signal's reason as soon as that aborts. */
export function untilSettled(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    const settle = (): void => {
      signal.removeEventListener('abort', abort);
      resolve();
    };
    promise.then(settle, settle);
  });
}
