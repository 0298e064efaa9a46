import { awsCatalogue, optOutSchema, parsePolicy } from "@withhold/policy";
import { describe, expect, it } from "vitest";
import { keyOptions, valueOptions } from "./schema-options.js";

const schema = optOutSchema();
const control = "@@operators_allowed_for_child_policies";

describe("keyOptions", () => {
  it("has every service, the default and the lock under services", () => {
    const labels = keyOptions(schema, ["services"], []).map(({ label }) => label);
    expect(labels).toEqual([control, "default", ...awsCatalogue.keys()]);
  });

  it("leaves out what stands there, and says what each means", () => {
    const options = keyOptions(schema, ["services"], ["default", control]);
    expect(options.map(({ label }) => label)).not.toContain("default");
    expect(options.find(({ label }) => label === "lex")?.description).toBe("Amazon Lex");
  });

  it("begins every entry so that the policy is valid", () => {
    const invalid = keyOptions(schema, ["services"], [control]).filter(
      ({ json, value }) =>
        !parsePolicy(`{"services":{${json}: ${value}}}`, { type: "AISERVICES_OPT_OUT_POLICY" }).valid,
    );
    expect(invalid).toEqual([]);
    expect(keyOptions(schema, ["services", "lex"], []).map(({ json, value }) => `${json}: ${value}`)).toEqual(
      [`"${control}": ["@@none"]`, '"opt_out_policy": { "@@assign": "optOut" }'],
    );
  });

  it("has nothing where nothing belongs", () => {
    expect(keyOptions(schema, ["nowhere"], [])).toEqual([]);
    expect(keyOptions(schema, ["services", "lex", "opt_out_policy", "@@assign"], [])).toEqual([]);
  });
});

describe("valueOptions", () => {
  it("has the values of a setting and of a lock", () => {
    const setting = ["services", "lex", "opt_out_policy"];
    expect(valueOptions(schema, [...setting, "@@assign"]).map(({ json }) => json)).toEqual([
      '"optOut"',
      '"optIn"',
    ]);
    expect(valueOptions(schema, [...setting, control, 0]).map(({ label }) => label)).toEqual([
      "@@none",
      "@@assign",
      "@@all",
    ]);
  });
});
