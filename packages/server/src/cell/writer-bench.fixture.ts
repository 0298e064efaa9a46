// A writer on a driven journal, and small writes for it: accounts that are opened, noticed or refused.

import { createSecretKey } from "node:crypto";
import { onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { DrivenJournal } from "./driven-journal.fixture.js";
import { loadState } from "./state.js";
import type { State } from "./state.js";
import { Writer } from "./writer.js";
import type { Write } from "./write.js";

export const sealingKey = createSecretKey(Buffer.alloc(32, 7));
export const noon = Date.UTC(2026, 10, 23, 12);

export interface WriterBench {
  readonly writer: Writer;
  readonly journal: DrivenJournal;
  /** Messages of `onTrouble`. */
  readonly troubles: string[];
  /** What the writer's clock says. */
  clock: number;
  /** The state that the journal gives once the writer has let go of it. */
  replay(): Promise<State>;
}

/** Closed when the test is over. `checkpoints`: records between two. */
export async function writerBench(
  directory = temporaryDirectory(),
  checkpoints?: number,
): Promise<WriterBench> {
  const journal = new DrivenJournal(directory);
  const troubles: string[] = [];
  const bench = { clock: noon };
  const writer = await Writer.open({
    open: journal.open,
    sealingKey: async () => sealingKey,
    clock: () => bench.clock,
    onTrouble: (_, message) => troubles.push(message),
    ...(checkpoints && { checkpoints: { whileRunning: checkpoints, atClose: checkpoints } }),
  });
  onTestFinished(async () => writer.close());
  const replay = async (): Promise<State> => {
    await writer.close();
    journal.refusal = undefined;
    const reopened = await journal.open();
    try {
      return await loadState(reopened, sealingKey);
    } finally {
      await reopened.close();
    }
  };
  return Object.assign(bench, { writer, journal, troubles, replay });
}

/** The ids of all accounts, in the order in which they were opened. */
export function accountsOf(state: State): readonly string[] {
  return [...state.cell.accounts.keys()];
}

type AccountsSeen = Write<readonly string[]>;
const nobody = { actor: { system: "example" }, requestId: "r" } as const;

/** Opens an account. Answers with all accounts, its own last. */
export function opening(id: string, name = id): AccountsSeen {
  return {
    ...nobody,
    operation: "Open",
    decide: (state) => ({
      events: [{ type: "account.created", accountId: id, email: `${id}@example.com`, name }],
      output: () => accountsOf(state),
    }),
  };
}

/** Changes nothing. Answers with all accounts. */
export const noticing: AccountsSeen = {
  ...nobody,
  operation: "Notice",
  decide: (state) => ({ events: [], output: () => accountsOf(state) }),
};

/** What a refused write tells: all accounts. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly seen: readonly string[];

  constructor(seen: readonly string[]) {
    super(`refused after ${seen.length}`);
    this.seen = seen;
  }
}

export const refused: AccountsSeen = {
  ...nobody,
  operation: "Refuse",
  decide(state) {
    throw new Refused(accountsOf(state));
  },
};

/** Opens an account and then does what cannot be: the first event is applied when the second fails. */
export function impossible(id: string): AccountsSeen {
  return {
    ...nobody,
    operation: "Impossible",
    decide: () => ({
      events: [
        { type: "account.created", accountId: id, email: `${id}@example.com`, name: id },
        { type: "policy.deleted", organizationId: "o-nowhere000", policyId: "p-nowhere000" },
      ],
      output: () => [],
    }),
  };
}
