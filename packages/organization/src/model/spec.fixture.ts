// What the model says of an operation: who may call it, what refuses a call, and what follows from one.

import type { Input, OperationName, Output } from "../operation-types.js";
import type { Model, ModelOrganization } from "./model.fixture.js";

/** Draws what stands in an input, from what the model knows. */
export class Dice {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  number(below: number): number {
    this.#next += 1;
    return (this.#numbers[this.#next % this.#numbers.length] ?? 0) % below;
  }

  /** Mostly something that is there. */
  pick<T>(items: Iterable<T>, otherwise: T): T {
    const all = [...items];
    if (this.number(8) === 0 || all.length === 0) return otherwise;
    return all[this.number(all.length)] ?? otherwise;
  }
}

/** A call that got through to its own rules. */
export interface Call<Name extends OperationName> {
  readonly m: Model;
  readonly as: string;
  readonly input: Input<Name>;
}

/** By its management account, or by whoever has it delegated: the organization of the caller. */
export interface OwnCall<Name extends OperationName> extends Call<Name> {
  readonly own: ModelOrganization;
}

interface Rules<Name extends OperationName, C> {
  readonly input: (dice: Dice, m: Model, as: string) => Input<Name>;
  /** The faults for each of which there is a reason; one of them is the answer. None: the call is accepted. */
  readonly broken?: (call: C) => readonly (string | false | undefined)[];
  /** After an accepted call. `look` answers a read by the same account. */
  readonly effect?: (call: C, output: Output<Name>, look: Look) => void;
  /** What the answer must say, and what it says. */
  readonly says?: (call: C, output: Output<Name>) => readonly [expected: unknown, said: unknown];
}

type Look = <Name extends OperationName>(name: Name, input: Input<Name>) => Output<Name>;

export type Spec<Name extends OperationName> =
  | ({ readonly who: "anyone" } & Rules<Name, Call<Name>>)
  | ({ readonly who: "member" | "management" } & Rules<Name, OwnCall<Name>>)
  | ({
      readonly who: "delegated";
      readonly reads: boolean;
      readonly isOwn?: (call: OwnCall<Name>) => boolean;
    } & Rules<Name, OwnCall<Name>>);

export type Specs = { readonly [Name in OperationName]?: Spec<Name> };

/** The fault that who calls comes to, before anything else counts. */
export function callerFault<Name extends OperationName>(
  name: Name,
  spec: Spec<Name>,
  { m, as, input }: Call<Name>,
): string | undefined {
  if (m.accounts.get(as)?.closed === true) return "AccessDeniedException";
  if (spec.who === "anyone") return undefined;
  const own = m.organizationOf(as);
  if (own === undefined) return "AWSOrganizationsNotInUseException";
  if (spec.who === "member" || own.management === as) return undefined;
  if (!("reads" in spec)) return "AccessDeniedException";
  const { delegation, administrators } = own;
  const isDelegated = delegation?.to === as && (name.startsWith("List") || !delegation.listsOnly);
  const administers = [...administrators].some((pair) => pair.endsWith(` ${as}`));
  const isFree = isDelegated || (spec.reads && administers) || spec.isOwn?.({ m, as, input, own }) === true;
  return isFree ? undefined : "AccessDeniedException";
}

export const sorted = (ids: Iterable<string | undefined>): readonly string[] =>
  Array.from(ids, (id) => id ?? "").toSorted();
