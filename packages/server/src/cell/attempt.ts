// Runs now and answers later: an answer is settled by the state that it saw, and leaves when that is durable.

/** Runs now, tells later: the result or the error of `run`, whenever it is asked for. */
export function attempt<T>(run: () => T): () => T {
  try {
    const value = run();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

export function answerWith(
  output: () => unknown,
  resolve: (output: unknown) => void,
  reject: (error: unknown) => void,
): () => void {
  return () => {
    try {
      resolve(output());
    } catch (error) {
      reject(error);
    }
  };
}
