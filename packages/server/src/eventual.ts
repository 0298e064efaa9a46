// What is there at once where nothing has to be waited for, and later where something has.

/** To wait where there is no need costs a turn of the microtask queue for every function on the way. */
export type Eventual<T> = T | Promise<T>;

/** Goes on with it as soon as it is there. */
export function whenThere<T, U>(value: Eventual<T>, goOn: (value: T) => Eventual<U>): Eventual<U> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}

/** The same for what may fail to come, or on the way on: what was thrown goes to `failed`. */
export function eventually<T, U>(
  run: () => Eventual<T>,
  goOn: (value: T) => U,
  failed: (error: unknown) => U,
): Eventual<U> {
  try {
    const value = run();
    return value instanceof Promise ? value.then(goOn).catch(failed) : goOn(value);
  } catch (error) {
    return failed(error);
  }
}
