// `withhold secrets rotate` killed at any moment: the next start finds every secret, whichever key it is under.

import { expect, test } from "vitest";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { startServe, withhold } from "./withhold-process.fixture.js";

const kills = 10;

test(
  "killed at any moment, it leaves a server that starts and knows its keys",
  { timeout: 120_000 },
  async () => {
    const dataDirectory = temporaryDirectory();
    const start = async (): Promise<void> => {
      const server = await startServe(["--data-dir", dataDirectory, "--port", "0", "--log-level", "error"]);
      expect(await server.stop("SIGTERM")).toBe(0);
    };
    await start();
    const began = Date.now();
    expect((await withhold(["secrets", "rotate", "--data-dir", dataDirectory, "--yes"])).code).toBe(0);
    const whole = Date.now() - began;
    let killed = 0;
    for (let turn = 1; turn <= kills; turn += 1) {
      // The latter half of its life, where it writes.
      const seconds = String((whole * (0.4 + (0.6 * turn) / kills)) / 1000);
      const under = ["timeout", "--signal=KILL", seconds];
      const { code } = await withhold(["secrets", "rotate", "--data-dir", dataDirectory, "--yes"], { under });
      if (code !== 0) killed += 1;
      // Starting opens every secret, or fails.
      await start();
    }
    expect(killed).toBeGreaterThan(0);
  },
);

test("says what it would do, and does nothing without --yes or without a journal", async () => {
  const said = await withhold(["secrets", "rotate", "--data-dir", temporaryDirectory()]);
  expect([said.code, said.stderr]).toEqual([1, expect.stringContaining("holds no journal")]);
});
