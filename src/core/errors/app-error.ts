import { type ErrorData, type ErrorTrait, hasTrait } from './error-data.ts';

/** The one error this software throws on purpose. People read the sentence made from `data`, never `message`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly data: ErrorData;

  constructor(data: ErrorData, options?: ErrorOptions) {
    super(data.code, options);
    this.data = data;
  }
}

/** Whether a caught value is an AppError. By name, since errors cross realms. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'data' in error;
}

/** Whether a caught value is an AppError of which something is true. */
export function isErrorWith(error: unknown, trait: ErrorTrait): error is AppError {
  return isAppError(error) && hasTrait(error.data, trait);
}

/** Whether a caught value says that the work was aborted on purpose. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The data of any caught value; whatever is not an AppError is a fault of this software. */
export function errorDataOf(error: unknown): ErrorData {
  return isAppError(error) ? error.data : { code: 'unexpected' };
}
