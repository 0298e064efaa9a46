import { expect, test } from "vitest";
import { Roster } from "../roster.js";
import { TouchedNodes } from "./touched-nodes.js";
import { Root } from "./tree-node.js";

const nodes = Array.from({ length: 3 }, (_, index) => new Root(`r-${index}`));
const [first, second] = nodes as [Root, Root];

test("names each node noted since a mark, once", () => {
  const touched = new TouchedNodes();
  touched.note(first);
  const { mark } = touched;
  expect(touched.since(mark)).toEqual(new Set());
  for (const node of [second, second]) touched.note(node);
  expect(touched.since(mark)).toEqual(new Set([second]));
  expect(touched.since(0)).toEqual(new Set([first, second]));
});

test("of many nodes at once, says that they are too many; of few, which", () => {
  const touched = new TouchedNodes();
  const few = new Roster<Root>();
  for (const node of nodes) few.add(node.id, node);
  const many = new Roster<Root>();
  for (let index = 0; index <= 4096; index += 1) many.add(`${index}`, first);
  const start = touched.mark;
  touched.noteAll(few);
  expect(touched.since(start)).toEqual(new Set(nodes));
  const { mark } = touched;
  touched.noteAll(many);
  expect(touched.since(mark)).toBeUndefined();
  const { mark: after } = touched;
  touched.note(second);
  expect(touched.since(after)).toEqual(new Set([second]));
});

test("says when a mark is too long ago to tell, and never forgets what is recent", () => {
  const touched = new TouchedNodes();
  const start = touched.mark;
  for (let count = 0; count < 20_000; count += 1) {
    const { mark } = touched;
    touched.note(count % 2 === 0 ? first : second);
    expect(touched.since(mark)?.size).toBe(1);
  }
  expect(touched.since(start)).toBeUndefined();
  expect(touched.since(touched.mark - 4096)?.size).toBe(2);
});
