// The command line itself: its help, and what it says to whoever mistypes.

import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { withhold } from "./withhold-process.fixture.js";

/** What `--help` prints: on stdout, in 100 columns, without colour. */
async function helpOf(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await withhold([...words, "--help"]);
  const wide = stdout.split("\n").filter((line) => line.length > 100);
  assert.deepEqual({ code, stderr, wide }, { code: 0, stderr: "", wide: [] });
  assert(!stdout.includes("\u001b"));
  return stdout;
}

describe("help", () => {
  test("of the command", async () => {
    expect(await helpOf()).toMatchInlineSnapshot(`
      "Usage: withhold [options] [command]

      Withhold: opt a whole organization out of AI content use, see why it holds, and prove it.

      Speaks the API of AWS Organizations, so the stock AWS CLI and SDKs work with it unchanged.
      Opting out stops content from being kept for improvement; it does not block any AI service.

      Options:
        -V, --version                      print the version
        -h, --help                         display help for command

      Commands:
        serve [options]                    run the server
        lint [options] [file...]           check AI services opt-out policy files
        format [options] <file...>         write AI services opt-out policy files in one form
        effective [options] [account...]   show what holds for accounts
        explain [options] [account...]     say why it holds
        can-override [options] [point...]  prove that nobody below can opt in
        what-if [options]                  see what a change would do
        snapshot                           work with snapshots of organizations
        completion <shell>                 complete words in your shell
        journal                            work with the record of a data directory
        account                            make accounts on a running server
        sign-in-link [options]             print a link that signs you in to the console
        secrets                            work with what a data directory keeps sealed

      Start here:
        $ withhold serve --example
      "
    `);
  });

  test("of serve", async () => {
    expect(await helpOf("serve")).toMatchInlineSnapshot(`
      "Usage: withhold serve [options]

      Serves AWS Organizations and STS on one endpoint, from one data directory, which no other process
      may use meanwhile. Stops on SIGTERM or Ctrl-C after answering what it has begun.

      Options:
        --port <number>                      port to listen on; 0 takes any free one (default: 8765)
        --host <address>                     address to listen on (default: "127.0.0.1")
        --data-dir <dir>                     where the journal and the credentials lie; made if absent
                                             (default: ".withhold")
        --example                            fill an empty cell with a small example organization
        --catalogue <file>                   JSON file with AI services of your own that policies may name
        --quota <name=number>                change a quota, repeatable (see docs/quotas.md)
        --rate-limit <operation=rate:burst>  limit how often each account may call an operation,
                                             repeatable; \`*\` is every other (see docs/quotas.md)
        --rate-limits <file>                 file with such limits, one a line
        --log-level <level>                  what to log, as JSON on stderr (choices: "debug", "info",
                                             "warn", "error", "silent", default: "info")
        -h, --help                           display help for command

      Environment, for the first start of an empty data directory:
        WITHHOLD_ACCOUNT_ID              the first account's id (12 digits)
        WITHHOLD_ROOT_ACCESS_KEY_ID      its root access key
        WITHHOLD_ROOT_SECRET_ACCESS_KEY  and that key's secret
      What is not set is drawn. At every start:
        WITHHOLD_SEALING_KEY             key that seals secrets, 32 bytes in base64 or hex; else a file

      Example:
        $ withhold serve --example

      Exit codes: 0 stopped on request, 1 cannot start, 2 wrong usage.
      "
    `);
  });

  test("of account create", async () => {
    expect(await helpOf("account", "create")).toMatchInlineSnapshot(`
      "Usage: withhold account create [options]

      Makes an account that belongs to no organization, on a running server, so that it can found one of
      its own. Signed with the key of the server's operator, which is the root access key of its first
      account. Member accounts of an organization are made by CreateAccount instead.

      Options:
        --name <name>         name of the account
        --email <address>     e-mail address, which no other account of the server may have
        --credentials <file>  the operator's credentials: section [withhold] (default:
                              ".withhold/credentials")
        --endpoint <url>      where the server is; else what the credentials say
        --output <format>     how to print the account (choices: "table", "json", default: "table")
        -h, --help            display help for command

      The new account's root access key becomes a section of its own in the credentials file, and is shown
      nowhere. With --output json it is printed instead, this once, and no file is touched.

      Example:
        $ withhold account create --name Solo --email solo@example.com

      Exit codes: 0 created, 1 not created, 2 wrong usage, 4 unknown whether it was created.
      "
    `);
  });

  test("of lint", async () => {
    expect(await helpOf("lint")).toMatchInlineSnapshot(`
      "Usage: withhold lint [options] [file...]

      Checks AI services opt-out policies as the server does when one is created (syntax, keys, case,
      operators, services of the catalogue, the size limit), and looks for what is accepted and probably
      not meant: locks that leave the setting open, services that slip through. Needs no server and no
      network. docs/rules/ has a page for each rule.

      Arguments:
        file                      policy files; - reads standard input

      Options:
        --org <file>              instead of files, every policy of an organization, and where it is
                                  attached: a snapshot, Terraform, CloudFormation, a configuration folder
        --input-format <format>   what --org is, where the content does not tell (choices: "snapshot",
                                  "terraform", "cloudformation", "landing-zone", "org-formation")
        --parameter <name=value>  a parameter that a CloudFormation template is deployed with, repeatable
        --fix                     mend in place what can be mended without a change of meaning
        --fix-unsafe              also apply guesses at what was meant, and fixes that change what a
                                  policy says
        --output <format>         how to print what was found (choices: "table", "json", "markdown",
                                  "csv", "sarif", "junit", "github", default: "table")
        --fail-on <severity>      exit with 3 from this severity on (choices: "error", "warning", "info",
                                  "never", default: "error")
        --catalogue <file>        JSON file with AI services of your own
        -h, --help                display help for command

      Examples:
        $ withhold lint examples/policies/*.json
        $ withhold lint --org examples/organization.json

      Exit codes: 0 clean, 1 a file cannot be written, 2 wrong usage, 3 findings, 4 undetermined (--org).
      "
    `);
  });

  test.each(["effective", "explain", "can-override", "what-if", "snapshot convert", "completion"])(
    "of %s fits, and ends with the exit codes",
    async (words) => {
      expect(await helpOf(...words.split(" "))).toMatch(/Exit codes: 0 .*\n/);
    },
  );

  test("of journal", async () => {
    expect(await helpOf("journal")).toMatchInlineSnapshot(`
      "Usage: withhold journal [options] [command]

      Works with the record of a data directory: every change that was ever accepted, in one hash chain.

      Options:
        -h, --help        display help for command

      Commands:
        verify [options]  prove that no record was edited, removed or moved
      "
    `);
  });

  test("of journal verify", async () => {
    expect(await helpOf("journal", "verify")).toMatchInlineSnapshot(`
      "Usage: withhold journal verify [options]

      Reads every record and checks the hash chain. An edited, removed or moved record is named by its
      revision. A tail that was cut off, or rewritten whole, shows only against a head that you kept
      elsewhere (--head): this command prints the head to keep. A head proves everything up to it and
      nothing after it: the chain has no key, so whoever can write the file can append to it. Secrets are
      outside the chain. Works while a server is running.

      Options:
        --data-dir <dir>        the data directory (default: ".withhold")
        --head <revision:hash>  a head kept earlier, which the journal must still contain; proves nothing
                                after it
        --output <format>       how to print the verdict (choices: "table", "json", default: "table")
        -h, --help              display help for command

      Example:
        $ withhold journal verify --data-dir .withhold

      Exit codes: 0 whole, 1 cannot be read, 2 wrong usage, 3 damaged.
      "
    `);
  });
});

describe("wrong usage", () => {
  test.each([
    [["frobnicate"], "error: unknown command 'frobnicate'"],
    [["serve", "--frobnicate"], "error: unknown option '--frobnicate'"],
    [["serve", "extra"], "error: too many arguments for 'serve'. Expected 0 arguments but got 1."],
    [["format"], "error: missing required argument 'file'"],
    [
      ["lint", "--output", "xml", "x"],
      "Allowed choices are table, json, markdown, csv, sarif, junit, github.",
    ],
    [["lint", "--fail-on", "loud", "x"], "Allowed choices are error, warning, info, never."],
    [["journal", "frobnicate"], "error: unknown command 'frobnicate'"],
    [["journal", "verify", "extra"], "error: too many arguments for 'verify'."],
    [["serve", "--log-level", "loud"], "Allowed choices are debug, info, warn, error, silent."],
  ])("%j ends with 2, on stderr", async (words, says) => {
    const { code, stdout, stderr } = await withhold(words);
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Run with --help for what it takes.");
  });

  test.each([[[]], [["journal"]]])("%j without a command shows the help, on stderr", async (words) => {
    const { code, stdout, stderr } = await withhold(words);
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain("Usage: withhold");
  });
});
