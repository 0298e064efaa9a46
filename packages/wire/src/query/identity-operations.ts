// The operations of IAM and STS that have an input table, by service.

import { iamShapes } from "../constraints/iam-shapes.js";
import type { ShapeTable } from "../constraints/shape.js";
import { stsShapes } from "../constraints/sts-shapes.js";

export type IdentityService = "iam" | "sts";

/** What each service of the Query protocol is called in, and what its inputs are made of. */
export const identityOperations: Readonly<
  Record<
    IdentityService,
    { readonly version: string; readonly namespace: string; readonly shapes: ShapeTable }
  >
> = {
  iam: { version: "2010-05-08", namespace: "https://iam.amazonaws.com/doc/2010-05-08/", shapes: iamShapes },
  sts: { version: "2011-06-15", namespace: "https://sts.amazonaws.com/doc/2011-06-15/", shapes: stsShapes },
};

/** Whether a service has the operation here. Names from outside reach own properties alone. */
export function isIdentityOperation(service: IdentityService, operation: string): boolean {
  return Object.hasOwn(identityOperations[service].shapes, `${operation}Request`);
}
