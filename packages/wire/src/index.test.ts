// The public exports of the package, listed so that growing them is a decision.

import { expect, it } from "vitest";
import * as wire from "./index.js";

it("exports these values", () => {
  expect(Object.keys(wire).toSorted()).toEqual([
    "SignerCache",
    "declaredErrors",
    "decodeJsonBody",
    "encodeJsonError",
    "encodeJsonOutput",
    "encodeQueryError",
    "encodeQueryResponse",
    "homeRegionOf",
    "identityOperations",
    "isIdentityOperation",
    "isOperationName",
    "jsonContentType",
    "operationNames",
    "parseQueryParameters",
    "partitionOf",
    "queryContentType",
    "readAction",
    "readTarget",
    "shapeTable",
    "signatureError",
    "validateInput",
    "validatePartialInput",
    "validateQueryInput",
    "verifySignature",
  ]);
});
