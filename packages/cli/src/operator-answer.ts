// What a server answers its operator, read; and how a command ends that got none.

import { CommandError, exitCode } from "./exit-code.js";
import type { ExitCode } from "./exit-code.js";
import type { OperatorAnswer } from "./operator-client.js";
import { printable } from "./printable.js";

/** Ends the command unless the answer is what was expected. `lost`: what may have happened where none came. */
export function answeredBy<Body>(
  answer: OperatorAnswer,
  endpoint: string,
  { isExpected, lost }: { readonly isExpected: (body: unknown) => body is Body; readonly lost: string },
): Body {
  if (answer.kind !== "answered") throw noAnswer(answer, endpoint, lost);
  if (isExpected(answer.body)) return answer.body;
  const error = isObject(answer.body) ? answer.body["error"] : undefined;
  if (hasTexts(error, ["code", "message"])) {
    throw new CommandError(exitCodes[error.code] ?? exitCode.failed, printable(error.message));
  }
  const what = `${endpoint} answered ${answer.status} and nothing that this version reads; is it a Withhold server?`;
  throw new CommandError(exitCode.failed, what);
}

/** By the server's code: `failed` leaves open whether it happened. */
const exitCodes: Readonly<Record<string, ExitCode>> = {
  "invalid-request": exitCode.usage,
  failed: exitCode.undetermined,
};

function noAnswer(
  { kind, why }: Exclude<OperatorAnswer, { readonly kind: "answered" }>,
  endpoint: string,
  lost: string,
): CommandError {
  return kind === "unreached"
    ? new CommandError(
        exitCode.failed,
        `no server at ${endpoint}: ${why}; start one with \`withhold serve\`, or say with --endpoint where it is`,
      )
    : new CommandError(exitCode.undetermined, `no answer from ${endpoint}: ${why}; ${lost}`);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function hasTexts<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Readonly<Record<Name, string>> {
  return isObject(value) && names.every((name) => typeof value[name] === "string");
}
