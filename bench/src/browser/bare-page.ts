// The floor of a paint: a page that loads as many bytes as the console does, from bare node:http, and writes a heading.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LoadedFile } from "./loaded-files.js";

export interface BarePage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types = { html: "text/html", js: "text/javascript", css: "text/css" } as const;

export async function startBarePage(files: readonly LoadedFile[]): Promise<BarePage> {
  const bodies = new Map(
    files.map(({ name, sent }) => [`/${name}`, `/*${"x".repeat(Math.max(sent - 4, 0))}*/`]),
  );
  bodies.set(
    "/heading.js",
    'document.body.append(Object.assign(document.createElement("h1"), { textContent: "Here" }));',
  );
  bodies.set("/", pageOf(files));
  const server = createServer(({ url = "/" }, response) => {
    const [, kind = "html"] = /\.(js|css)$/.exec(url) ?? [];
    const body = bodies.get(url);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": types[kind as keyof typeof types] });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageOf(files: readonly LoadedFile[]): string {
  const loads = files.map(({ name, kind }) =>
    kind === "css"
      ? `<link rel="stylesheet" href="/${name}">`
      : `<script type="module" src="/${name}"></script>`,
  );
  return `<!doctype html><html lang="en"><title>Bare</title>${loads.join("")}<script type="module" src="/heading.js"></script><body></body></html>`;
}
