// Makes the entries of a directory durable.

import { open } from "node:fs/promises";

/** Syncs `directory`: a file made or linked in it is found after a power cut. Windows cannot and need not. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
