// What a golden response is.

import type { Manner } from "../cell-driver.fixture.js";
import type { ExampleCell } from "../example-cell.fixture.js";
import type { Input, OperationName, Output } from "../operation-types.js";

/** A call on a fresh example cell, after what is done `before` it, and every member that a client gets. */
export interface Golden<Name extends OperationName> {
  readonly before?: (cell: ExampleCell) => void;
  readonly input: Input<Name>;
  readonly manner?: Manner;
  readonly output: Output<Name>;
}
