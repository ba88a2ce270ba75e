/** The programs a command needs that are not here, by their Debian packages. */
export function missingPrograms(command: 'start' | 'test' | 'long'): string[];
