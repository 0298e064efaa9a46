import { expect, test } from "vitest";
import { servicePrincipalProblem } from "./service-principal.js";

test.each(["transcribe.amazonaws.com", "notes.acme.example", "a.b"])("%s is a service principal", (name) => {
  expect(servicePrincipalProblem(name)).toBeUndefined();
});

test.each(["", "transcribe", "Transcribe.amazonaws.com", "a..b", "a.b ", "https://a.b"])(
  "`%s` is none",
  (name) => {
    expect(servicePrincipalProblem(name)).toBeDefined();
  },
);
