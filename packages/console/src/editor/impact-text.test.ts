import { describe, expect, it } from "vitest";
import { deletionTitle, impactCounts, impactTitle } from "./impact-text.js";

const accounts = [{ id: "1", name: "Main" }];
const lex = { kind: "service", key: "lex" } as const;

describe("the impact in words", () => {
  it("counts services that have a name, and says where more are to come", () => {
    const direction = { before: "undecided", after: "optOut", pairs: 1, accounts } as const;
    const future = { row: { kind: "future" }, accounts: 1 } as const;
    expect(impactTitle({ ...direction, services: [] })).toBe("No choice made → opted out");
    expect(impactCounts({ ...direction, services: [{ row: lex, accounts: 1 }] })).toBe(
      "1 account × 1 service: 1 flip",
    );
    expect(impactCounts({ ...direction, services: [{ row: lex, accounts: 1 }, future] })).toBe(
      "1 account × 1 service, and services to come: 1 flip",
    );
  });

  it("counts no service that does not exist among what is deleted", () => {
    const services = [lex, { kind: "future" }] as const;
    expect(deletionTitle({ certainty: "yes", services, accounts })).toBe("1 service in 1 account");
    expect(deletionTitle({ certainty: "possibly", services, accounts })).toBe(
      "Possibly: 1 service in 1 account",
    );
  });
});
