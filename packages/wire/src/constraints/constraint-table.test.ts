// The checked-in table against the published model and the SDK; every difference is named.

import { EffectivePolicyType, PolicyType } from "@aws-sdk/client-organizations";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { declaredErrors } from "./declared-errors.js";
import { inputShapes } from "./input-shapes.js";
import { operationErrors } from "./operation-errors.js";
import { operationNames } from "./operation-names.js";
import type { OperationName } from "./operation-names.js";
import { scalarShapes } from "./scalar-shapes.js";
import type { ShapeTable } from "./shape.js";

interface ModelShape {
  type: string;
  required?: string[];
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
  enum?: string[];
}
interface Model {
  operations: Record<string, { input: string | null; errors: string[] }>;
  shapes: Record<string, ModelShape>;
}

const modelFile = fileURLToPath(
  new URL("../../../../../shared/reference/organizations-model.json", import.meta.url),
);
const modelPresent = existsSync(modelFile);
const table: ShapeTable = { ...scalarShapes, ...inputShapes };

function reachable(model: Model): Map<string, ModelShape> {
  const found = new Map<string, ModelShape>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    const shape = model.shapes[name]!;
    found.set(name, shape);
    for (const { shape: member } of Object.values(shape.members ?? {})) visit(member);
    if (shape.member !== undefined) visit(shape.member.shape);
  };
  for (const { input } of Object.values(model.operations)) if (input !== null) visit(input);
  return found;
}

// One line per shape and property, members with their position, so that order counts.
function linesOf(shapes: Iterable<[string, object]>): string[] {
  return [...shapes].flatMap(([name, shape]) =>
    Object.entries(shape).flatMap(([property, value]: [string, unknown]) =>
      property === "members"
        ? Object.entries(value as object).map(
            ([member, of], at) => `${name}.members[${at}] ${member}: ${String(of)}`,
          )
        : [`${name}.${property}: ${JSON.stringify(value)}`],
    ),
  );
}

function modelLines(model: Model): string[] {
  const flat = [...reachable(model)].map(([name, { members, member, ...rest }]): [string, object] => [
    name,
    {
      ...rest,
      ...(member === undefined ? {} : { member: member.shape }),
      ...(members === undefined
        ? {}
        : { members: Object.fromEntries(Object.entries(members).map(([key, { shape }]) => [key, shape])) }),
    },
  ]);
  return linesOf(flat);
}

// The newest SDK knows more policy types than the model, and orders them otherwise.
const knownDifferences = new Set(["PolicyType.enum", "EffectivePolicyType.enum"]);
const isKnown = (line: string): boolean => knownDifferences.has(line.slice(0, line.indexOf(":")));

describe.skipIf(!modelPresent)("the model file, where it is present (skipped where it is not)", () => {
  const model = modelPresent
    ? (JSON.parse(readFileSync(modelFile, "utf8")) as Model)
    : { operations: {}, shapes: {} };

  it("has the same operations, in the same order", () => {
    expect(operationNames).toEqual(Object.keys(model.operations));
    expect(operationNames).toHaveLength(63);
  });

  it("has the same shapes, but for the known differences", () => {
    const ours = linesOf(Object.entries(table));
    const theirs = modelLines(model);
    const differences = [
      ...ours.filter((line) => !theirs.includes(line)).map((line) => `only here: ${line}`),
      ...theirs.filter((line) => !ours.includes(line)).map((line) => `only in the model: ${line}`),
    ];
    expect(differences.filter((line) => !isKnown(line.slice(line.indexOf(": ") + 2)))).toEqual([]);
    expect(differences).toHaveLength(2 * knownDifferences.size);
  });

  it("knows no policy type that is unknown here", () => {
    for (const name of ["PolicyType", "EffectivePolicyType"] as const) {
      expect(scalarShapes[name].enum).toEqual(expect.arrayContaining(model.shapes[name]!.enum!));
    }
  });

  it("names each input after its operation", () => {
    for (const [operation, { input }] of Object.entries(model.operations)) {
      expect(input ?? undefined).toBe(
        `${operation}Request` in inputShapes ? `${operation}Request` : undefined,
      );
    }
  });

  it("declares the same errors", () => {
    const sorted = (names: readonly string[]) => names.toSorted();
    for (const operation of operationNames) {
      expect([operation, sorted(declaredErrors(operation))]).toEqual([
        operation,
        sorted(model.operations[operation]!.errors),
      ]);
    }
  });
});

describe("the SDK", () => {
  it("knows the same policy types", () => {
    expect(scalarShapes.PolicyType.enum.toSorted()).toEqual(Object.values(PolicyType).toSorted());
    expect(scalarShapes.EffectivePolicyType.enum.toSorted()).toEqual(
      Object.values(EffectivePolicyType).toSorted(),
    );
  });
});

describe("the table itself", () => {
  it("refers only to shapes that it has, and requires only members that are", () => {
    for (const shape of Object.values(table)) {
      if (shape.type === "list") expect(table).toHaveProperty(shape.member);
      if (shape.type !== "structure") continue;
      for (const of of Object.values(shape.members)) expect(table).toHaveProperty(of);
      for (const member of shape.required ?? []) expect(shape.members).toHaveProperty(member);
    }
  });

  it("declares no error twice", () => {
    for (const operation of Object.keys(operationErrors) as OperationName[]) {
      const errors = declaredErrors(operation);
      expect(errors).toEqual([...new Set(errors)]);
    }
  });
});
