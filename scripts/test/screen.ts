import type { WriteStream } from 'node:tty';

/** How often the progress is told: on a terminal it takes the place of what it was, elsewhere it is a line more. */
const EVERY_MS = { terminal: 1_000, elsewhere: 10_000 };

/** Where a run tells what it does. */
export interface Screen {
  say(text: string): void;
  /** Tells no progress any more. */
  close(): void;
}

/** Begins to tell the progress, for as long as there is any. */
export function createScreen(stream: WriteStream, progress: () => string | undefined): Screen {
  const wipe = () => {
    if (!stream.isTTY) return;
    stream.cursorTo(0);
    stream.clearLine(0);
  };
  const timer = setInterval(
    () => {
      const line = progress();
      if (line === undefined) return;
      wipe();
      // A line that is broken could not be wiped.
      stream.write(stream.isTTY ? line.slice(0, stream.columns - 1) : `${line}\n`);
    },
    stream.isTTY ? EVERY_MS.terminal : EVERY_MS.elsewhere,
  );
  return {
    say(text) {
      wipe();
      stream.write(`${text}\n`);
    },
    close() {
      clearInterval(timer);
      wipe();
    },
  };
}
