// Our server in a process of its own.

import { serve } from "@withhold/server";
import { serverOptions } from "../server-options.js";
import { linkToParent, optionsFromParent } from "./parent-link.js";

const { dataDirectory } = optionsFromParent() as { readonly dataDirectory: string };
const server = await serve(serverOptions(dataDirectory));
linkToParent(server.url, server.close);
