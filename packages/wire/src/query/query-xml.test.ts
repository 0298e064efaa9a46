// Answers and errors as the Query protocol spells them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeQueryError } from "./encode-query-error.js";
import { encodeQueryResponse } from "./encode-query-response.js";
import { escapeXml } from "./escape-xml.js";
import { queryContentType } from "./query-content-type.js";
import { xmlElement } from "./xml-element.js";
import type { XmlData } from "./xml-element.js";

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

describe("encodeQueryResponse", () => {
  it("answers GetCallerIdentity", () => {
    const result = { Arn: "arn:aws:iam::123456789012:root", UserId: "1", Account: "123456789012" };
    expect(encodeQueryResponse({ operation: "GetCallerIdentity", namespace, result, requestId: "id" })).toBe(
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
        "<Arn>arn:aws:iam::123456789012:root</Arn><UserId>1</UserId><Account>123456789012</Account>" +
        "</GetCallerIdentityResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
    );
  });

  it("omits the result of an operation without output", () => {
    expect(
      encodeQueryResponse({ operation: "DeleteUser", namespace: "n", result: undefined, requestId: "id" }),
    ).toBe(
      '<DeleteUserResponse xmlns="n"><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></DeleteUserResponse>',
    );
  });
});

it("encodes an error", () => {
  expect(
    encodeQueryError({
      namespace: 'a"b',
      type: "Sender",
      code: "InvalidAction",
      message: "a < b",
      requestId: "id",
    }),
  ).toBe(
    '<ErrorResponse xmlns="a&quot;b"><Error><Type>Sender</Type><Code>InvalidAction</Code>' +
      "<Message>a &lt; b</Message></Error><RequestId>id</RequestId></ErrorResponse>",
  );
  expect(queryContentType).toBe("text/xml");
});

describe("xmlElement", () => {
  it.each([
    ["", "<A/>"],
    [{}, "<A/>"],
    [[], "<A/>"],
    [false, "<A>false</A>"],
    [0, "<A>0</A>"],
    [new Date(1596733923000), "<A>2020-08-06T17:12:03Z</A>"],
    [new Date(1596733923456), "<A>2020-08-06T17:12:03.456Z</A>"],
    [["x", { B: "y" }], "<A><member>x</member><member><B>y</B></member></A>"],
    [{ B: undefined, C: "<&>'\"" }, "<A><C>&lt;&amp;&gt;&apos;&quot;</C></A>"],
  ] as [XmlData, string][])("%j", (data, xml) => {
    expect(xmlElement("A", data)).toBe(xml);
  });

  it.each(["", "a b", "1a", "a>", "a:b"])("refuses the name %j", (name) => {
    expect(() => xmlElement(name, "")).toThrow(TypeError);
  });
});

describe("escapeXml", () => {
  it.each([
    ["\u0000\u0008\u000B\u001F\uFFFE\uFFFF\uD800", "\uFFFD".repeat(7)],
    ["\t\n\r", "\t\n&#xD;"],
    ["😀\u0085", "😀\u0085"],
  ])("%j", (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });

  it("leaves no markup and nothing illegal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeXml(text)).not.toMatch(
          /[<>"']|&(?!amp;|lt;|gt;|quot;|apos;|#xD;)|\p{Surrogate}|\u0000/u,
        );
      }),
    );
  });
});
