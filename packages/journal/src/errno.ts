// Tells errors of the operating system apart by their code.

/** Whether `error` carries this code, `ENOENT` say. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
