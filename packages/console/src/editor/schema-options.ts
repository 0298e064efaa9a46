// What a JSON Schema lets one write at a place: keys and values with what they mean. Draft 2020-12, as far as ours uses it.

export interface SchemaOption {
  readonly label: string;
  readonly description: string | undefined;
  /** JSON of the key alone, or of the value. */
  readonly json: string;
  /** Of a key: its value to begin with. */
  readonly value?: string;
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly defaultSnippets?: readonly { readonly body: unknown }[];
}

/** Keys from the top; a number stands for any item of an array. */
export type SchemaPath = readonly (string | number)[];

export function keyOptions(
  root: object,
  path: SchemaPath,
  present: readonly string[],
): readonly SchemaOption[] {
  const schema = schemaAt(root, path);
  return Object.entries(schema?.properties ?? {}).flatMap(([key, property]) => {
    if (present.includes(key)) return [];
    const { description } = resolved(root, property);
    return [{ label: key, description, json: JSON.stringify(key), value: beginning(root, property) }];
  });
}

export function valueOptions(root: object, path: SchemaPath): readonly SchemaOption[] {
  const schema = schemaAt(root, path);
  const { description } = schema ?? {};
  return (schema?.enum ?? []).map((value) => ({ label: value, description, json: JSON.stringify(value) }));
}

function schemaAt(root: object, path: SchemaPath): Schema | undefined {
  let schema: Schema | undefined = resolved(root, root);
  for (const key of path) {
    const next: Schema | undefined = typeof key === "number" ? schema.items : schema.properties?.[key];
    if (next === undefined) return undefined;
    schema = resolved(root, next);
  }
  return schema;
}

/** What stands beside `$ref` says more than what it leads to. */
function resolved(root: object, schema: Schema): Schema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return schema;
  const name = $ref.replace("#/$defs/", "");
  return { ...(root as Schema).$defs?.[name], ...own };
}

/** A value to begin with: that of a snippet, else the first that is allowed, with what is required or can be chosen. */
function beginning(root: object, property: Schema): string {
  const { defaultSnippets, enum: allowed, items, properties, required } = resolved(root, property);
  if (defaultSnippets?.[0] !== undefined) return spaced(defaultSnippets[0].body);
  if (allowed?.[0] !== undefined) return JSON.stringify(allowed[0]);
  if (items !== undefined) return `[${beginning(root, items)}]`;
  const chosen = Object.entries(properties ?? {}).flatMap(([key, property]) => (property.enum ? [key] : []));
  const members = (required ?? chosen.slice(0, 1)).flatMap((key) => {
    const member = properties?.[key];
    return member === undefined ? [] : [`${JSON.stringify(key)}: ${beginning(root, member)}`];
  });
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** On one line, with spaces. */
function spaced(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`);
  return `{ ${members.join(", ")} }`;
}
