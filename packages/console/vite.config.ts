// How the console is built: for `/console/`, from the sources of `policy`, into files that never change their content.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/console/",
  plugins: [react()],
  resolve: { conditions: ["withhold-source", "module", "browser", "development|production"] },
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
    proxy: { "/v1": "http://127.0.0.1:8765" },
  },
});
