import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCallerVectors } from "./caller-vectors.js";

const callers = {
  management: "may",
  delegated: "may",
  registered: "may-not",
  member: "itself",
  outsider: "may-not",
};
const good = { id: "a", operation: "A", source: "ours", delegable: true, callers, input: {}, asks: [] };

test.each([
  ["a cell too few", { ...good, callers: { management: "may" } }, "members"],
  ["an answer that is none", { ...good, callers: { ...callers, member: "maybe" } }, "`member` is one of"],
  ["an unknown member", { ...good, skip: true }, "members"],
  ["an input that is none", { ...good, input: "x" }, "an input is an object"],
  ["a question that is no text", { ...good, asks: [1] }, "`asks` is a list"],
  ["a question about oneself that is no text", { ...good, ownAsks: [1] }, "`ownAsks` is a list"],
  ["a word for a flag", { ...good, delegable: "yes" }, "`delegable`"],
])("%s is an error", (_, vector, message) => {
  const directory = mkdtempSync(join(tmpdir(), "withhold-vectors-"));
  try {
    writeFileSync(join(directory, "a.json"), JSON.stringify([good, { ...vector, id: "b" }]));
    expect(() => loadCallerVectors(directory)).toThrow(message);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
