import { describe, expect, test } from "vitest";
import { handshakeRow } from "./handshake-row.js";

const sender = {
  Type: "ORGANIZATION" as const,
  Value: "o-abc",
  Resources: [
    { Type: "MASTER_EMAIL" as const, Value: "boss@example.com" },
    { Type: "MASTER_NAME" as const, Value: "Boss" },
  ],
};

describe("a handshake as a row", () => {
  test("an invitation names whom it was sent to, who sent it, and the notes", () => {
    expect(
      handshakeRow({
        Id: "h-1",
        Action: "INVITE",
        State: "OPEN",
        Resources: [sender, { Type: "EMAIL", Value: "new@example.com" }, { Type: "NOTES", Value: "join us" }],
      }),
    ).toMatchObject({
      action: "Join the organization",
      recipient: "new@example.com",
      organization: "o-abc (Boss, boss@example.com)",
      notes: "join us",
      isOpen: true,
    });
  });

  test("what an organization asks of itself was sent to nobody", () => {
    const row = handshakeRow({
      Action: "ENABLE_ALL_FEATURES",
      State: "REQUESTED",
      Resources: [{ Type: "ORGANIZATION", Value: "o-abc" }],
    });
    expect(row).toMatchObject({ recipient: undefined, organization: "o-abc", isOpen: true });
  });

  test.each(["ACCEPTED", "CANCELED", "DECLINED", "EXPIRED"] as const)("%s has ended", (State) => {
    expect(handshakeRow({ State }).isOpen).toBe(false);
  });

  test("what the API left out is unknown, and has no action to offer", () => {
    expect(handshakeRow({})).toMatchObject({ state: "UNKNOWN", organization: "unknown", isOpen: false });
  });
});
