/** The program file of a Chrome, Chromium or Edge on this computer (or the one named in CHROME_BIN); undefined if none. */
export function findChromium(): string | undefined;

/** The file of a program on the PATH; undefined if there is none. */
export function onPath(name: string): string | undefined;
