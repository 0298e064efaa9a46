// The console at `/console/`: the built files of its package, as they are.

import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { consoleCaching, consoleHeaders } from "./console-headers.js";

/** Of the package beside this one, in a checkout as among installed packages. */
const builtConsole = fileURLToPath(new URL("../../../console/dist/", import.meta.url));

const index = "index.html";

/** To be registered under `/console`. `directory`: where the built files lie, if not in the package `console`. */
export function consoleRoutes(directory: string = builtConsole): FastifyPluginAsync {
  return async (app) => {
    app.addHook("onRequest", async (_, reply) => {
      // Nothing is returned: that would say that the answer has left.
      reply.headers(consoleHeaders);
    });
    app.route({
      method: ["GET", "HEAD"],
      url: "",
      // Relative, so that it holds behind a proxy that adds a path.
      handler: async (_, reply) => reply.redirect("console/", 308),
    });
    if (!existsSync(join(directory, index))) {
      app.setNotFoundHandler(async (_, reply) => notThere(reply, notBuilt));
      return;
    }
    await app.register(fastifyStatic, {
      root: directory,
      preCompressed: true,
      dotfiles: "ignore",
      index,
      cacheControl: false,
      setHeaders: (response, path) => {
        void response.setHeader("cache-control", consoleCaching(path));
      },
    });
    app.setNotFoundHandler(async ({ method, url }, reply) => {
      const [path = ""] = url.split("?");
      // A page of the console, which finds its own way.
      const isPage = (method === "GET" || method === "HEAD") && !path.includes(".") && !path.includes("%");
      return isPage
        ? reply.sendFile(index)
        : notThere(reply, "nothing here; the console begins at /console/\n");
    });
  };
}

const notBuilt =
  "the console is not built; run `npm run build` where this server was installed from, and start it anew\n";

function notThere(reply: FastifyReply, text: string): FastifyReply {
  return reply.code(404).header("cache-control", "no-cache").type("text/plain; charset=utf-8").send(text);
}
