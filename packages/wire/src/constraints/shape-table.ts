// The constraint table: every shape that an input of the service model is made of, by name.

import { inputShapes } from "./input-shapes.js";
import { scalarShapes } from "./scalar-shapes.js";
import type { ShapeTable } from "./shape.js";

/** The input of an operation is `{operation}Request`, where it takes one. */
export const shapeTable: ShapeTable = { ...scalarShapes, ...inputShapes };
