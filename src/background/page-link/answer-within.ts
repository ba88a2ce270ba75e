/** The answer, or undefined where it has not come within so many milliseconds: what hangs says neither yes nor no. */
export async function answerWithin<T>(answer: Promise<T>, limitMs: number): Promise<T | undefined> {
  const limit = Promise.withResolvers<undefined>();
  const timer = setTimeout(limit.resolve, limitMs);
  try {
    return await Promise.race([answer, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
