// What somebody asks who wants to know what it may do: calls, with as much of their inputs as there is.

import { iamOperations } from "@withhold/identity";
import { isOperationName, validatePartialInput } from "@withhold/wire";
import type { JsonObject, OperationName } from "@withhold/wire";
import { OperatorError } from "../operator/operator-error.js";
import { isObject, readObject, refuseStrangers } from "../operator/read-members.js";

export type AskedCall =
  | {
      readonly service: "organizations";
      readonly operation: string;
      readonly name: OperationName;
      readonly input: object;
    }
  | { readonly service: "iam"; readonly operation: string; readonly name: string };

const askedCallsMax = 50;

export const permissionsSchema = {
  type: "object",
  required: ["calls"],
  additionalProperties: false,
  properties: {
    calls: {
      type: "array",
      minItems: 1,
      maxItems: askedCallsMax,
      items: {
        type: "object",
        required: ["operation"],
        additionalProperties: false,
        properties: {
          operation: {
            type: "string",
            description: "of AWS Organizations, such as `CreatePolicy`, or of IAM, such as `iam:CreateUser`",
          },
          input: {
            type: "object",
            description:
              "What there is of the input, of operations of AWS Organizations alone; what is not named is asked for as " +
              "`*`, which stands for any.",
          },
        },
      },
    },
  },
} as const;

/** Throws an `OperatorError` that names the place. */
export function readPermissionsRequest(body: Uint8Array): readonly AskedCall[] {
  const value = readObject(body);
  refuseStrangers(value, ["calls"], "$");
  const calls = Object.hasOwn(value, "calls") ? value["calls"] : undefined;
  if (!Array.isArray(calls) || calls.length === 0 || calls.length > askedCallsMax) {
    const message = `\`calls\` must be a list of 1 to ${askedCallsMax} calls`;
    throw new OperatorError("invalid-request", message, "$.calls");
  }
  return calls.map((call: unknown, index) => readCall(call, `$.calls[${index}]`));
}

function readCall(call: unknown, place: string): AskedCall {
  if (!isObject(call)) {
    const message = "a call is an object with `operation` and, where there is one, `input`";
    throw new OperatorError("invalid-request", message, place);
  }
  refuseStrangers(call, ["operation", "input"], place);
  const operation = Object.hasOwn(call, "operation") ? call["operation"] : undefined;
  if (typeof operation !== "string") {
    const message = "`operation` must be the name of one, give it";
    throw new OperatorError("invalid-request", message, `${place}.operation`);
  }
  if (isOperationName(operation)) {
    const input = readInput(operation, call, `${place}.input`);
    return { service: "organizations", operation, name: operation, input };
  }
  const name = operation.startsWith("iam:") ? operation.slice(4) : "";
  if (!Object.hasOwn(iamOperations, name)) {
    const message = `no operation \`${operation.slice(0, 128)}\`; give one of AWS Organizations, such as \`CreatePolicy\`, or one of IAM that is here, such as \`iam:CreateUser\``;
    throw new OperatorError("invalid-request", message, `${place}.operation`);
  }
  if (Object.hasOwn(call, "input")) {
    const message = "operations of IAM are asked for without an input, leave it out";
    throw new OperatorError("invalid-request", message, `${place}.input`);
  }
  return { service: "iam", operation, name };
}

function readInput(name: OperationName, call: JsonObject, place: string): object {
  const validated = validatePartialInput(name, Object.hasOwn(call, "input") ? call["input"] : {});
  if (validated.ok) return validated.input;
  throw new OperatorError("invalid-request", validated.fault.message, place);
}
