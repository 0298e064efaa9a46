import { CompletionContext } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { awsCatalogue, optOutSchema } from "@withhold/policy";
import { describe, expect, it } from "vitest";
import { schemaCompletion } from "./schema-completion.js";

const control = "@@operators_allowed_for_child_policies";

/** What is offered where `|` stands, and the text after taking `label`. */
function at(marked: string, label?: string) {
  const pos = marked.indexOf("|");
  const state = EditorState.create({ doc: marked.replace("|", ""), extensions: [json()] });
  const result = schemaCompletion(optOutSchema())(new CompletionContext(state, pos, true));
  const chosen = result?.options.find((option) => option.label === label);
  const after =
    result === null || typeof chosen?.apply !== "string"
      ? undefined
      : state.sliceDoc(0, result.from) + chosen.apply + state.sliceDoc(result.to ?? pos);
  return { labels: result?.options.map((option) => option.label) ?? [], after };
}

describe("schemaCompletion", () => {
  it("offers the keys of the object around, without those that stand there", () => {
    expect(at("{|}").labels).toEqual(['"services"']);
    const { labels } = at('{"services":{"lex":{"opt_out_policy":{}},|}}');
    expect(labels).toHaveLength(awsCatalogue.size + 1);
    expect(labels).not.toContain('"lex"');
    expect(at(`{"services":{"lex":{|}}}`).labels).toEqual([`"${control}"`, '"opt_out_policy"']);
  });

  it("completes a key with a value to begin with, and one that has a value alone", () => {
    expect(at('{"services":{"le|"}}', '"lex"').after).toBe(
      '{"services":{"lex": { "opt_out_policy": { "@@assign": "optOut" } }}}',
    );
    expect(at('{"services":{"le|": {"opt_out_policy":{}}}}', '"lex"').after).toBe(
      '{"services":{"lex": {"opt_out_policy":{}}}}',
    );
  });

  it("offers the values of a setting and of a lock", () => {
    const setting = '{"services":{"lex":{"opt_out_policy":{';
    expect(at(`${setting}"@@assign": |}}}}`).labels).toEqual(['"optOut"', '"optIn"']);
    expect(at(`${setting}"@@assign": "opt|"}}}}`, '"optIn"').after).toBe(`${setting}"@@assign": "optIn"}}}}`);
    expect(at(`${setting}"${control}": [|]}}}}`).labels).toEqual(['"@@none"', '"@@assign"', '"@@all"']);
  });

  it("offers nothing where nothing belongs", () => {
    expect(at('{"services":{"lex" |}}').labels).toEqual([]);
    expect(at('{"elsewhere":{|}}').labels).toEqual([]);
  });
});
