// A change to the organization or to identities: made by one call, told in a flash message, seen by every screen.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useApi } from "../session/session-context.js";
import { useFlash } from "../shell/flash.js";
import type { Api } from "./api.js";
import { apiError } from "./api-error.js";
import type { ApiError } from "./api-error.js";
import { PartlyMade } from "./partly-made.js";

interface Change<Input, Output> {
  /** Makes the call or calls. */
  readonly call: (api: Api, input: Input) => Promise<Output>;
  /** For the flash message, once it is done: "Policy `x` created". */
  readonly done: (output: Output, input: Input) => ReactNode;
  /**
   * First words of the keys of what is read anew. Absent where the account stands in another organization afterwards, or
   * in none: then everything that was read is forgotten.
   */
  readonly changes?: readonly (readonly unknown[])[];
}

export interface MakingChange<Input, Output> {
  /** Undefined when it failed; then `error` says why. */
  readonly make: (input: Input) => Promise<Output | undefined>;
  readonly isMaking: boolean;
  readonly error: ApiError | undefined;
  readonly forget: () => void;
}

/** Failures stay in `error`, for the form or dialog that asked, which keeps what was typed. */
export function useChange<Input, Output>(change: Change<Input, Output>): MakingChange<Input, Output> {
  const api = useApi();
  const queries = useQueryClient();
  const flash = useFlash();
  const readAnew = async (): Promise<unknown> =>
    change.changes === undefined
      ? queries.resetQueries()
      : Promise.all(change.changes.map(async (queryKey) => queries.invalidateQueries({ queryKey })));
  const mutation = useMutation({
    mutationFn: async (input: Input) => change.call(api, input),
    onSuccess: async (output, input) => {
      flash.show({ type: "success", content: change.done(output, input) });
      await readAnew();
    },
    onError: async (error) => (error instanceof PartlyMade ? readAnew() : undefined),
  });
  return {
    make: async (input) => mutation.mutateAsync(input).catch(() => undefined),
    isMaking: mutation.isPending,
    error: mutation.error === null ? undefined : apiError(mutation.error),
    forget: mutation.reset,
  };
}
