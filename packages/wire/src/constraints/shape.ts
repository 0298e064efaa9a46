// What a shape of the service model may say about a value.

/** One shape of the service model. Lengths count code points; bounds are inclusive. */
export type Shape =
  | {
      readonly type: "string";
      readonly min?: number;
      readonly max?: number;
      /** As in the model: to be matched by the whole value, whatever anchors it has. */
      readonly pattern?: string;
      readonly enum?: readonly string[];
      /** Personal data, never to be repeated in a message or a log. */
      readonly sensitive?: boolean;
    }
  | { readonly type: "integer"; readonly min?: number; readonly max?: number }
  | { readonly type: "boolean" }
  | { readonly type: "timestamp" }
  | { readonly type: "list"; readonly member: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: "structure";
      readonly required?: readonly string[];
      /** Shape names by member name, in model order. */
      readonly members: Readonly<Record<string, string>>;
    };

/** Shapes by name. */
export type ShapeTable = Readonly<Record<string, Shape>>;
