// A disk that fails while the server runs, once or for good: nothing that was answered turns out untrue.

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { ApiClient } from "./api-client.fixture.js";
import type { Answer } from "./api-client.fixture.js";
import { recordedIn } from "./recorded.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { startServe, withhold } from "./withhold-process.fixture.js";

/** strace counts for each thread by itself, and each thread of the server syncs now and then. */
const faulty = (when: string): readonly string[] =>
  `strace -f -qq -o /dev/null -e trace=fdatasync,fsync -e inject=fdatasync,fsync:error=EIO:when=${when}`.split(
    " ",
  );
const [strace = "", ...flags] = faulty("1000");
const canTrace = spawnSync(strace, [...flags, "true"]).status === 0;
if (!canTrace) process.stderr.write("SKIPPED: the disk that fails, because `strace` cannot be used here\n");

const didNotHappen = "the change could not be stored and did not happen; try again";

const failedForGood = /^something went wrong here/;
const failed = ({ status }: Answer): boolean => status === 500;

/** Rounds of concurrent writes until `enough`, which is told all answers and those of the last round. */
async function writeUntil(
  client: ApiClient,
  ParentId: string,
  enough: (all: readonly Answer[], last: readonly Answer[]) => boolean,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round < 500; round += 1) {
    const names = [1, 2, 3].map((number) => `${round}-${number}`);
    const calls = names.map(async (Name) => client.call("CreateOrganizationalUnit", { ParentId, Name }));
    const last = await Promise.all(calls);
    answers.push(...last);
    if (enough(answers, last)) return answers;
  }
  throw new Error("the disk did not fail");
}

describe.skipIf(!canTrace)("a disk that fails to sync", () => {
  test.each<readonly [string, string, number, (all: readonly Answer[], last: readonly Answer[]) => boolean]>([
    [
      "once: the server reads back, and goes on",
      "20",
      200,
      (all, last) => all.some(failed) && last.every(({ status }) => status === 200),
    ],
    [
      "for good: the server is not ready any more, and says nothing untrue",
      "20+",
      503,
      (_, last) => last.every(({ output }) => failedForGood.test(String(output["Message"]))),
    ],
  ])(
    "%s",
    async (_, when, readiness, enough) => {
      const directory = temporaryDirectory();
      const quota = ["--quota", "organizationalUnitsMax=100000"];
      const flags = ["--data-dir", directory, "--log-level", "error", ...quota];
      const server = await startServe(flags, { under: faulty(when) });
      const client = new ApiClient(server.url, directory);
      await client.must("CreateOrganization", {});
      const { Roots } = await client.must<{ Roots: { Id: string }[] }>("ListRoots", {});
      const answers = await writeUntil(client, Roots[0]?.Id ?? "", enough);
      const ready = await fetch(`${server.url}/readyz`);
      const alive = await fetch(`${server.url}/healthz`);
      expect([alive.status, ready.status]).toStrictEqual([200, readiness]);
      client.destroy();
      await server.stop("SIGKILL");

      expect(await withhold(["journal", "verify", "--data-dir", directory])).toMatchObject({ code: 0 });
      const recorded = new Set((await recordedIn(directory)).map(({ requestId }) => requestId));
      const there = ({ requestId }: Answer): boolean => recorded.has(requestId);
      const lost = answers.filter(({ output }) => output["Message"] === didNotHappen);
      expect(answers.filter(({ status }) => status === 200).every(there)).toBe(true);
      expect(lost.some(there)).toBe(false);
      expect(server.said.stderr).toContain("whether the journal took a write is unknown; reading it back");
    },
    20_000,
  );
});
