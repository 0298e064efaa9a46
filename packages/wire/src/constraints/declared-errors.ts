// Which errors an operation may answer with, as the service model declares them.

import { operationErrors } from "./operation-errors.js";
import type { OperationName } from "./operation-names.js";

/** An error that some operation declares, such as `PolicyNotFoundException`. */
export type DeclaredError = (typeof operationErrors)[OperationName][number];

/** The errors of one operation. Errors common to all AWS services are not among them. */
export function declaredErrors(operation: OperationName): readonly DeclaredError[] {
  return operationErrors[operation];
}
