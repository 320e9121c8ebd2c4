/** Something that a person can put right: shown as one message without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs something whose errors are written for people, and passes them on as such. */
export async function forPeople<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
