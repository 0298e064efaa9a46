// `withhold sign-in-link`: a one-time link that signs the operator of a running server in to its console.

import { Command, Option } from "commander";
import { answeredBy, hasTexts } from "../operator-answer.js";
import { credentialsOption, endpointOption, readOperator } from "../operator-credentials.js";
import { printable } from "../printable.js";
import type { Terminal } from "../terminal.js";

interface LinkFlags {
  readonly credentials: string;
  readonly endpoint?: string;
  readonly output: "table" | "json";
}

/** As the server answers it. */
type MadeLink = Readonly<Record<"url" | "expiration", string>>;

const afterHelp = `
Whoever has the link is the root user of the server's first account for an hour, so hand it to nobody.
It works once, within 15 minutes, unless the server is restarted.

Example:
  $ withhold sign-in-link

Exit codes: 0 made, 1 not made, 2 wrong usage, 4 unknown whether it was made.`;

export function signInLinkCommand(terminal: Terminal): Command {
  return new Command("sign-in-link")
    .summary("print a link that signs you in to the console")
    .description(
      "Prints a one-time link to the console of a running server, which signs in as the root user of its first account. " +
        "Signed with that user's key.",
    )
    .option(...credentialsOption)
    .option(...endpointOption)
    .addOption(
      new Option("--output <format>", "how to print the link").choices(["table", "json"]).default("table"),
    )
    .addHelpText("after", afterHelp)
    .action(async (flags: LinkFlags) => {
      const operator = await readOperator(flags);
      const { callOperator } = await import("../operator-client.js");
      const { endpoint } = operator;
      const answer = await callOperator(operator, "/v1/sign-in-links", {});
      const { url, expiration } = answeredBy(answer, endpoint, { isExpected: isMadeLink, lost });
      const link = printable(at(endpoint, url));
      if (flags.output === "json") {
        terminal.print(JSON.stringify({ version: 1, url: link, expiration }, undefined, 2));
        return;
      }
      terminal.print(link);
      terminal.complain(`works once, until ${printable(expiration)}`);
    });
}

const lost = "a link that nobody has may exist; it ends by itself, ask for another";

function isMadeLink(body: unknown): body is MadeLink {
  return hasTexts(body, ["url", "expiration"]) && URL.canParse(body.url);
}

/** The server knows the address that it listens on, and not the one that it is reached by. */
function at(endpoint: string, url: string): string {
  const { pathname, hash } = new URL(url);
  return `${endpoint.replace(/\/+$/, "")}${pathname}${hash}`;
}
