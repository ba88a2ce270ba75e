// Put before the scripts of the extension's own contexts in a copy of its build (fast-build.ts). Runs there first.
(() => {
  const realSetTimeout = globalThis.setTimeout.bind(globalThis);
  const realClearTimeout = globalThis.clearTimeout.bind(globalThis);
  const RealDate = Date;

  /** Pauses below this are those between two attempts, and are shortened; every limit is longer. */
  const SHORT_PAUSE_MS = 4_000;
  /** But for the time until a batch is sent that is not full. */
  const LULL_MS = 3_000;
  const SHORTENED_BY = 20;
  /** Far above the browser's own numbers. */
  let lastId = 1_000_000_000;

  /** Milliseconds that all clocks are ahead. */
  let ahead = 0;
  /** Milliseconds that somebody has set the system's clock forward by; no timer goes by that. */
  let setForward = 0;
  const waiting = new Map();

  const now = () => performance.now() + ahead;

  function start(id, timer) {
    timer.realId = realSetTimeout(
      () => {
        waiting.delete(id);
        timer.run();
      },
      Math.max(0, timer.dueAt - now()),
    );
  }

  globalThis.setTimeout = (run, delay = 0, ...args) => {
    lastId += 1;
    const pause = delay < SHORT_PAUSE_MS && delay !== LULL_MS ? delay / SHORTENED_BY : delay;
    const timer = { dueAt: now() + pause, run: () => run(...args) };
    waiting.set(lastId, timer);
    start(lastId, timer);
    return lastId;
  };

  globalThis.clearTimeout = (id) => {
    realClearTimeout(waiting.get(id)?.realId ?? id);
    waiting.delete(id);
  };

  globalThis.Date = class extends RealDate {
    constructor(...args) {
      if (args.length > 0) super(...args);
      else super(RealDate.now() + ahead + setForward);
    }
    static now() {
      return RealDate.now() + ahead + setForward;
    }
  };

  const channel = new BroadcastChannel('movable-clock');
  const self = crypto.randomUUID();
  channel.onmessage = ({ data }) => {
    const isNew = data.to === self;
    if (data.newcomer !== undefined || (data.to !== undefined && !isNew)) return;
    const step = data.ahead - ahead;
    ahead = data.ahead;
    setForward = data.setForward;
    const timers = [...waiting].sort(([, a], [, b]) => a.dueAt - b.dueAt);
    for (const [id, timer] of timers) {
      if (isNew) timer.dueAt += step; // It began before it knew what time it is: nothing of its own has passed.
      realClearTimeout(timer.realId);
      start(id, timer);
    }
  };
  channel.postMessage({ newcomer: self });
})();
