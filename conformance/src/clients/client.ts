// What a journey asks of a client, whichever program is behind it.

import type * as aws from "@aws-sdk/client-organizations";
import type { OperationName, Output } from "@withhold/organization";
import type { AccessKey } from "../running-cell.js";

/** An answer as a person at this client sees it. */
export type Reply<T> = { readonly ok: true; readonly output: T } | Refused;

export interface Refused {
  readonly ok: false;
  /** Whether the server refused, or the client before it asked. */
  readonly by: "server" | "client";
  /** The error's code. Of clients, their own word. */
  readonly error: string;
  /** Where the client shows one. */
  readonly reason?: string;
}

type PaginatorOf<Name> = Name extends `paginate${infer Operation}` ? Operation : never;

/** The operations for which AWS's clients have paginators. */
export type ListName = Extract<OperationName, PaginatorOf<keyof typeof aws>>;

export interface Paging {
  readonly pageSize?: number;
  /** A `NextToken` to go on from. */
  readonly startingToken?: string;
}

export interface Identity {
  readonly Account?: string | undefined;
  readonly Arn?: string | undefined;
  readonly UserId?: string | undefined;
}

/** Members by their names on the wire; whether they are right is for the server to say. */
export type Input = Readonly<Record<string, unknown>>;

export interface Client {
  /** One request. */
  call<Name extends OperationName>(operation: Name, input: Input): Promise<Reply<Output<Name>>>;
  /** Every page, by the client's own paginator, as one output. */
  list<Name extends ListName>(operation: Name, input: Input, paging: Paging): Promise<Reply<Output<Name>>>;
  /** STS GetCallerIdentity. */
  identity(): Promise<Reply<Identity>>;
  /** The same client with another key. */
  withKey(key: AccessKey): Client;
}

/** A member that the client takes from a file where it can. */
export class InFile {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
