import * as z from 'zod/mini';

const testEnd = z.object({
  kind: z.literal('test'),
  /** From the root of the repository. */
  file: z.string(),
  /** Its own title last, before it those it stands under. */
  titles: z.array(z.string()),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  /** What went wrong; empty where nothing did. */
  error: z.string(),
});

const testEvent = z.discriminatedUnion('kind', [
  /** A run begins. Its progress is counted in parts: tests, or files of them. */
  z.object({ kind: z.literal('begin'), parts: z.array(z.string()) }),
  testEnd,
  z.object({ kind: z.literal('part'), part: z.string(), ms: z.number() }),
  /** Something went wrong outside every test. */
  z.object({ kind: z.literal('error'), error: z.string() }),
  /** The run came to its end. */
  z.object({ kind: z.literal('end') }),
]);

/** What a test runner tells while it runs. */
export type TestEvent = z.infer<typeof testEvent>;

/** One test that has ended. */
export type TestEnd = z.infer<typeof testEnd>;

/** Reads what a test runner told. Throws when it is anything else. */
export function readTestEvent(message: unknown): TestEvent {
  return testEvent.parse(message);
}

/** Tells the process that started this one; resolves when it is sent, and rejects when there is nobody to tell. */
export function tellTestEvent(event: TestEvent): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) throw new Error('this reporter speaks to `npm test`, which did not start it');
    process.send(event, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
