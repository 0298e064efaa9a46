import { describe, expect, test } from "vitest";
import { optOutSummary } from "./opt-out-summary.js";

const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
const setting = (choice: string, lock: object = {}): object => ({
  opt_out_policy: { ...lock, "@@assign": choice },
});
const policy = (services: object): string => JSON.stringify({ services });

describe("an AI services opt-out policy in a sentence", () => {
  test.each([
    [
      "everything, three locks",
      policy({ ...none, default: { ...none, ...setting("optOut", none) } }),
      "Opts out by default; locked",
    ],
    ["a default", policy({ default: setting("optOut") }), "Opts out by default; can be overridden below"],
    [
      "a locked default without a lock on the list of services",
      policy({ default: { ...none, ...setting("optOut", none) } }),
      "Opts out by default; can be overridden below",
    ],
    [
      "a default with exceptions",
      policy({ default: setting("optOut"), lex: setting("optIn"), polly: setting("optIn") }),
      "Opts out by default, opts in to lex and polly; can be overridden below",
    ],
    [
      "one service locked beside an open default",
      policy({ default: setting("optOut"), comprehend: setting("optOut", none) }),
      "Opts out by default; partly locked",
    ],
    [
      "services without a default",
      policy({
        lex: setting("optOut", none),
        polly: setting("optOut", none),
        q: setting("optOut", none),
        textract: setting("optOut", none),
        translate: setting("optOut", none),
      }),
      "Opts out of lex, polly, q, textract and 1 more; locked",
    ],
    ["an opt-in", policy({ default: setting("optIn") }), "Opts in by default"],
    ["a lock alone", policy({ default: { opt_out_policy: none } }), "Sets nothing by itself"],
  ])("%s", (_, content, text) => {
    expect(optOutSummary(content).text).toBe(text);
  });

  test("that nobody could read is unknown, never opted out", () => {
    expect(optOutSummary(undefined)).toEqual({
      kind: "unknown",
      text: "Unknown: its content could not be read",
    });
  });

  test.each(["", "{", "[]", '{"services":{"nosuchthing":{"opt_out_policy":{"@@assign":"optOut"}}}}'])(
    "that is not valid says so: %s",
    (content) => {
      expect(optOutSummary(content).kind).toBe("invalid");
    },
  );
});
