// The exit codes of every command.

export const exitCode = {
  clean: 0,
  failed: 1,
  usage: 2,
  findings: 3,
  undetermined: 4,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a message on stderr. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
