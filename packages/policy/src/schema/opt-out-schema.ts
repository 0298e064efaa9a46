// The JSON Schema of AI services opt-out policies, for editors: what the parser accepts, as far as a schema can say it.

import { choices, servicesKey, settingKey } from "../ai-opt-out-rules.js";
import { awsCatalogue, defaultEntry } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { childControl } from "../operators.js";

/**
 * Draft 2020-12. What it cannot say, `withhold lint` does: duplicate keys, the size, and everything that is doubtful.
 * `schema/ai-opt-out-policy.schema.json` holds it for AWS's catalogue; a test keeps the two equal.
 */
export function optOutSchema(catalogue: Catalogue = awsCatalogue): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:withhold:ai-opt-out-policy:1",
    title: "AI services opt-out policy",
    description:
      "Whether AI services may keep and use content, service by service, along an organization's tree.",
    type: "object",
    properties: { [servicesKey]: { $ref: "#/$defs/services" } },
    required: [servicesKey],
    additionalProperties: false,
    $defs: { services: services(catalogue), entry, setting, lock },
  };
}

function services(catalogue: Catalogue): object {
  const named: Record<string, object> = {};
  for (const { key, name, evidence } of catalogue.values()) {
    named[key] = entryFor(
      evidence === "unconfirmed" ? `${name}. Unconfirmed: AWS may refuse this key.` : name,
    );
  }
  return {
    type: "object",
    description: "An entry for each service, or one for all: `default`.",
    properties: {
      [childControl]: lockOf("Whether policies below may add entries here."),
      [defaultEntry]: entryFor("Every service without an entry of its own, those of the future included."),
      ...named,
    },
    additionalProperties: false,
    // At least one entry, beside a lock or without one.
    minProperties: 1,
    dependentSchemas: { [childControl]: { minProperties: 2 } },
  };
}

function entryFor(description: string): object {
  return { $ref: "#/$defs/entry", description };
}

function lockOf(description: string): object {
  return { $ref: "#/$defs/lock", description };
}

const entry = {
  type: "object",
  properties: {
    [childControl]: lockOf("Whether policies below may add keys here. It does not lock the setting."),
    [settingKey]: { $ref: "#/$defs/setting" },
  },
  required: [settingKey],
  additionalProperties: false,
  defaultSnippets: [{ label: "opt out", body: { [settingKey]: { "@@assign": "optOut" } } }],
};

const setting = {
  type: "object",
  properties: {
    [childControl]: lockOf("Whether policies below may change this setting."),
    "@@assign": {
      enum: choices,
      description: "`optOut`: content is not kept and used. `optIn`: it may be.",
    },
  },
  additionalProperties: false,
  minProperties: 1,
};

const lock = {
  type: "array",
  items: { enum: ["@@none", "@@assign", "@@all"] },
  minItems: 1,
  maxItems: 1,
};
