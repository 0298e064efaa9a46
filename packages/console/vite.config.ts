// How the console is built: for `/console/`, from the sources of `policy`, into files that never change their content.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

/** Writes `.br` and `.gz` beside every file worth it, for the server to send as they are. */
function compressed(): Plugin {
  let directory = "";
  return {
    name: "compressed",
    apply: "build",
    configResolved: ({ build, root }) => void (directory = join(root, build.outDir)),
    closeBundle: () => {
      for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
        if (!/\.(?:js|css|html|svg)$/.test(name)) continue;
        const path = join(directory, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        // The highest quality takes ten times as long for 3 % less.
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

/**
 * The layout has a drawer for notices of AWS's own consoles, whose list can be sorted by dragging: 22 kB that nobody here
 * sees. It is loaded when it is shown.
 */
function lazyNoticeDrawer(): Plugin {
  const drawer = /\/feature-notifications-drawer-content(?:\.js)?$/;
  const prefix = "\0lazy:";
  return {
    name: "lazy-notice-drawer",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!drawer.test(source) || importer?.startsWith(prefix) === true) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found === null ? null : `${prefix}${found.id}`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = JSON.stringify(id.slice(prefix.length));
      return `import { lazy } from "react";
        export default lazy(() => import(${file}));
        export const RuntimeContentPart = lazy(async () => ({ default: (await import(${file})).RuntimeContentPart }));`;
    },
  };
}

// The names of Cloudscape's CSS variables end in a hash that changes with releases. `design-tokens` has those of another
// release than the components' style sheet defines; the components' own list of tokens, of the same form, has the right ones.
const components = dirname(createRequire(import.meta.url).resolve("@cloudscape-design/components"));
const designTokens = join(components, "internal/generated/styles/tokens.js");

// Cloudscape's messages come parsed, so that their parser would be loaded for nothing: it throws where it is called.
const noMessageParser = "@formatjs/icu-messageformat-parser/lib/no-parser.js";

export default defineConfig({
  base: "/console/",
  plugins: [lazyNoticeDrawer(), react(), compressed()],
  resolve: {
    alias: [
      { find: "@cloudscape-design/design-tokens", replacement: designTokens },
      { find: /^@formatjs\/icu-messageformat-parser$/, replacement: noMessageParser },
    ],
    conditions: ["withhold-source", "module", "browser", "development|production"],
  },
  build: {
    outDir: "dist",
    target: "es2022",
    // Everything under `data:` would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: {
    // `npm run dev -w packages/console` beside a `withhold serve` on its port.
    proxy: { "^/$": "http://127.0.0.1:8765", "/v1": "http://127.0.0.1:8765" },
  },
});
