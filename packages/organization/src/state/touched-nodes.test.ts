import { expect, test } from "vitest";
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
