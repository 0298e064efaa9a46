// Records: what is written is what is read back, for ever.

import { recordEnvelope } from "@withhold/journal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeRecord, encodeRecord } from "./record.js";
import type { OperationRecord } from "./record.js";

const record: OperationRecord = {
  revision: 7,
  id: "0f9c",
  time: Date.UTC(2026, 10, 23, 12, 0, 0, 5),
  operation: "CreateOrganizationalUnit",
  actor: { accountId: "111111111111", accessKeyId: "AKIAEXAMPLE" },
  requestId: "3b1d",
  events: [
    {
      type: "organizational-unit.created",
      organizationId: "o-exampleorg",
      unitId: "ou-root-exampleu",
      parentId: "r-root",
      name: "Größe \u{1F600}\0",
    },
  ],
};

describe("a record", () => {
  test("is JSON that people can read; the form of these bytes never changes under version 1", () => {
    expect(Buffer.from(encodeRecord(record).bytes).toString()).toBe(
      '{"v":1,"revision":7,"id":"0f9c","time":"2026-11-23T12:00:00.005Z","operation":"CreateOrganizationalUnit",' +
        '"actor":{"accountId":"111111111111","accessKeyId":"AKIAEXAMPLE"},"requestId":"3b1d","events":[{' +
        '"type":"organizational-unit.created","organizationId":"o-exampleorg","unitId":"ou-root-exampleu",' +
        '"parentId":"r-root","name":"Größe \u{1F600}\\u0000"}]}',
    );
  });

  test("comes back as it was, whatever text and time it holds", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 8.64e15 }), fc.nat(), (id, name, time, revision) => {
        const event = { type: "account.created", accountId: id, email: name, name } as const;
        const one: OperationRecord = { ...record, id, time, revision, requestId: name, events: [event] };
        expect(decodeRecord(encodeRecord(one).bytes)).toStrictEqual(one);
      }),
    );
  });

  test("is read out of the middle of a larger buffer", () => {
    const { bytes } = encodeRecord(record);
    const page = Buffer.concat([Buffer.from("before"), bytes, Buffer.from("after")]);
    expect(decodeRecord(page.subarray(6, 6 + bytes.length))).toStrictEqual(record);
  });

  test("states its own revision and id, as `journal verify` reads them", () => {
    expect(recordEnvelope(encodeRecord(record).bytes)).toStrictEqual({ revision: 7, id: "0f9c" });
  });

  test.each([2, 0, "1", undefined])("of form %j is refused: another version wrote it", (v) => {
    const text = Buffer.from(encodeRecord(record).bytes).toString();
    const other = Buffer.from(JSON.stringify({ ...(JSON.parse(text) as object), v }));
    expect(() => decodeRecord(other)).toThrow(
      `record 7 has form ${v}, this version knows 1; start a newer version`,
    );
  });
});
