// Tables as CSV (RFC 4180), as far as the reader filtered them.

export interface CsvColumn<Item> {
  readonly header: string;
  readonly value: (item: Item) => string;
}

/** A cell that a spreadsheet would run as a formula is led by an apostrophe: names come from many hands. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText<Item>(columns: readonly CsvColumn<Item>[], items: readonly Item[]): string {
  const rows = [
    columns.map(({ header }) => header),
    ...items.map((item) => columns.map(({ value }) => value(item))),
  ];
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Hands a file to the browser. */
export function downloadCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
