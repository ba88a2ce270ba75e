/** What the reading of one file may cost, whatever is in it. */
const MOST = {
  /** Read, unpacked, and made into text, together: this much memory at most. Bytes. */
  bytes: 64_000_000,
  /** Places of the file that are looked at. */
  parts: 10_000,
  /** Milliseconds. */
  ms: 5_000,
};

/** Counts what one file costs. Each of its functions throws when that is too much: such a file was made to keep us busy. */
export interface FileBudget {
  /** Something takes so much memory. */
  take(bytes: number): void;
  /** A further place of the file is looked at. */
  part(): void;
  /** Work without either goes on. */
  goOn(): void;
}

/** The budget of one file, whose time begins now. */
export function createFileBudget(now: () => number = () => performance.now()): FileBudget {
  const end = now() + MOST.ms;
  let [bytesLeft, partsLeft] = [MOST.bytes, MOST.parts];
  const goOn = () => {
    if (now() > end) throw new Error('reading metadata takes too long');
  };
  return {
    goOn,
    take(bytes) {
      bytesLeft -= bytes;
      if (bytesLeft < 0) throw new Error('metadata are too large');
      goOn();
    },
    part() {
      partsLeft -= 1;
      if (partsLeft < 0) throw new Error('metadata have too many parts');
      goOn();
    },
  };
}
