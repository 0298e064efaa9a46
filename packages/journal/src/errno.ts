// Tells errors of the operating system apart by their code.

/** Whether `error` carries this code, `ENOENT` say. */
export const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
