import { BlockList, isIP, isIPv6 } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rangeHolds, readAddress, readRange } from "./ip-address.js";

const octet = fc.constantFrom("0", "1", "9", "10", "127", "128", "255", "256", "00", "01", "-1", "a", "");
const group = fc.constantFrom("0", "1", "ffff", "FFFF", "db8", "00ff", "12345", "g", "");
const written = fc.oneof(
  fc.array(octet, { minLength: 3, maxLength: 5 }).map((parts) => parts.join(".")),
  fc.array(group, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(":")),
  fc.tuple(fc.array(group, { maxLength: 6 }), fc.ipV4()).map(([parts, v4]) => [...parts, v4].join(":")),
  fc.ipV4(),
  fc.ipV6(),
  fc.string({ maxLength: 8 }),
);

describe("addresses", () => {
  test("are read where Node reads them", () => {
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(!text.includes("%"));
        expect(readAddress(text) !== undefined).toBe(isIP(text) !== 0);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    "fe80::1%eth0",
    "010.0.0.1",
    "1.2.3",
    "1.2.3.4.",
    "::1::",
    "1:2:3:4:5:6:7::8:9",
    "1:2:3:4:5:6:7:8::",
  ])("%s is none", (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});

describe("ranges", () => {
  test("hold the addresses that Node finds in them", () => {
    const seen = new Set<boolean>();
    const near = (address: fc.Arbitrary<string>, bits: number) =>
      fc.tuple(address, fc.nat(bits), fc.oneof(address, fc.constant(undefined)));
    fc.assert(
      fc.property(fc.oneof(near(fc.ipV4(), 32), near(fc.ipV6(), 128)), ([base, prefix, other]) => {
        const candidate = other ?? base;
        const isMapped = [base, candidate].some((text) => readAddress(text)?.length === 4 && isIPv6(text));
        fc.pre(!isMapped);
        const list = new BlockList();
        list.addSubnet(base, prefix, isIPv6(base) ? "ipv6" : "ipv4");
        const expected = list.check(candidate, isIPv6(candidate) ? "ipv6" : "ipv4");
        seen.add(expected);
        expect(rangeHolds(readRange(`${base}/${prefix}`)!, readAddress(candidate)!)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
    expect(seen.size).toBe(2);
  });

  test.each([
    "10.0.0.0/33",
    "::/129",
    "10.0.0.0/",
    "10.0.0.0/08",
    "10.0.0.0/8/8",
    "/8",
    "10.0.0.0/-1",
    "10.0.0.0/8.0",
  ])("%s is none", (text) => {
    expect(readRange(text)).toBeUndefined();
  });
});
