// The scripts and style sheets that a page loads.

import type { Page, Response } from "playwright-core";
import { gzipSync } from "node:zlib";

export interface LoadedFile {
  readonly name: string;
  readonly kind: "js" | "css";
  /** Bytes, gzipped at the highest level, whatever encoding the browser asked for. */
  readonly gzipped: number;
  /** Bytes of the body as the server sent it. */
  readonly sent: number;
}

/** From now on. The function that it gives awaits those that are on their way, and tells of all so far. */
export function watchLoadedFiles(page: Page): () => Promise<readonly LoadedFile[]> {
  const files: Promise<LoadedFile>[] = [];
  page.on("response", (response) => {
    const [, name, kind] = /\/([^/]+\.(js|css))$/.exec(new URL(response.url()).pathname) ?? [];
    if (name !== undefined && (kind === "js" || kind === "css")) files.push(loaded(response, name, kind));
  });
  return async () => Promise.all(files);
}

async function loaded(response: Response, name: string, kind: LoadedFile["kind"]): Promise<LoadedFile> {
  const { responseBodySize: sent } = await response.request().sizes();
  return { name, kind, gzipped: gzipSync(await response.body(), { level: 9 }).length, sent };
}

export function gzippedBytes(files: readonly LoadedFile[], kind: LoadedFile["kind"]): number {
  return files.filter((file) => file.kind === kind).reduce((sum, { gzipped }) => sum + gzipped, 0);
}
