// Pages of records: bounded in number and in bytes, whatever the records are.

import { expect, test } from "vitest";
import { recordBytesMax } from "../append-limits.js";
import { openForReading } from "./connection.js";
import { dataDirectory } from "./data-directory.js";
import { recordRows } from "./record-rows.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

/** How many records each page has, of a journal whose records have these sizes. */
async function pageSizes(sizes: readonly number[]): Promise<readonly number[]> {
  const directory = temporaryDirectory();
  const journal = await openSqliteJournal(directory);
  const records = sizes.map((size, index) => ({ id: `r${index}`, bytes: Buffer.alloc(size, index) }));
  await journal.append(0, records);
  await journal.close();
  const connection = openForReading(dataDirectory(directory).database);
  const rows = recordRows(connection);
  const pages: number[] = [];
  let last = 0;
  for (let page = rows.page(0); page.length > 0; page = rows.page(last)) {
    for (const { revision, bytes } of page)
      expect(records[revision - 1]?.bytes.equals(Buffer.from(bytes))).toBe(true);
    last += page.length;
    pages.push(page.length);
  }
  connection.close();
  return pages;
}

const many = (count: number, size: number): readonly number[] => Array.from({ length: count }, () => size);

test("256 small records, or empty ones, are a page", async () => {
  expect(await pageSizes([...many(300, 400), ...many(300, 0)])).toStrictEqual([256, 256, 88]);
});

test("four records of the greatest size are a page", async () => {
  expect(await pageSizes(many(10, recordBytesMax))).toStrictEqual([4, 4, 2]);
});

test("small records between large ones make a page of no more bytes", async () => {
  const sizes = [...many(300, 400), recordBytesMax, ...many(300, 400), recordBytesMax];
  const pages = await pageSizes(sizes);
  let first = 0;
  for (const page of pages) {
    const bytes = sizes.slice(first, first + page).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(4 * recordBytesMax);
    first += page;
  }
  expect(first).toBe(sizes.length);
});
