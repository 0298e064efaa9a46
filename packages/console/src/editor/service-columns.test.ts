import { awsCatalogue } from "@withhold/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnPolicy } from "./drawn-policy.fixture.js";
import { filteredItems, serviceColumns } from "./service-columns.js";
import { readVisual } from "./visual-document.js";

function columnsOf(text: string) {
  const reading = readVisual(text);
  if (!reading.ok) throw new Error(reading.message);
  return serviceColumns(reading.document, awsCatalogue);
}

const setTo = (choice: string) => ({ opt_out_policy: { "@@assign": choice } });

describe("serviceColumns", () => {
  it("has every service in one column", () => {
    fc.assert(
      fc.property(drawnPolicy, (text) => {
        const { optIn, optOut, none } = columnsOf(text);
        const keys = [...optIn, ...optOut, ...none].map(({ key }) => key);
        expect(keys.toSorted()).toEqual([...awsCatalogue.keys()].toSorted());
      }),
    );
  });

  it("puts services where their entry, the default or nobody puts them, and says which", () => {
    const { optIn, optOut, none } = columnsOf(
      JSON.stringify({ services: { default: setTo("optOut"), lex: setTo("optIn"), polly: setTo("optOut") } }),
    );
    expect(optIn).toMatchObject([{ key: "lex", by: "own" }]);
    expect(optOut.find(({ key }) => key === "polly")?.by).toBe("own");
    expect(optOut.find(({ key }) => key === "q")).toMatchObject({ by: "default", evidence: "unconfirmed" });
    expect(none).toEqual([]);
    expect(columnsOf('{"services":{}}').none).toHaveLength(awsCatalogue.size);
  });

  it("shows services that only the policy knows, and no entry that it cannot show", () => {
    const { optIn, optOut, none } = columnsOf(
      JSON.stringify({
        services: { "acme-one": setTo("optOut"), lex: { opt_out_policy: { "@@append": [] } } },
      }),
    );
    expect(optOut).toMatchObject([{ key: "acme-one", evidence: "unknown" }]);
    expect([...optIn, ...none].some(({ key }) => key === "lex")).toBe(false);
  });
});

describe("filteredItems", () => {
  it("finds every word in key or name", () => {
    const { none } = columnsOf('{"services":{}}');
    expect(filteredItems(none, "amazon LEX").map(({ key }) => key)).toEqual(["lex"]);
    expect(filteredItems(none, " ")).toHaveLength(none.length);
  });
});
