// Temporary directories for tests.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new directory, whose name has characters that URIs treat as special; removed when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "withhold ü%41?#-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
