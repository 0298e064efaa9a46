// From text to an organization snapshot: strict, and with the place of the first thing that is wrong.

import { describeJson, parseJson, shorten } from "../json.js";
import type { JsonNode, Offset } from "../json.js";
import { jsonPath } from "../json-path.js";
import type { Keys } from "../json-path.js";
import { policyTextLengthMax } from "../parse-policy.js";
import { positionAt } from "../position.js";
import type { Position } from "../position.js";
import { countingNumber, listOf, Misfit, objectOf, oneOf, orNull, textOf } from "./json-reader.js";
import type { JsonReader } from "./json-reader.js";
import type { OrganizationSnapshot, Provenance } from "./organization-snapshot.js";
import { indexSnapshot } from "./snapshot-index.js";

/** In UTF-16 code units: many times the 100,000 accounts that an organization may have. */
const snapshotTextLengthMax = 134_217_728;

export type SnapshotResult =
  | { readonly ok: true; readonly snapshot: OrganizationSnapshot }
  | {
      readonly ok: false;
      readonly path: string;
      readonly position: Position;
      /** What was found and what would be right: lower case, no full stop, without the place. */
      readonly message: string;
    };

const id = textOf(256);
const name = textOf(1024, { mayBeEmpty: true });
const sentence = textOf(4096);

const time: JsonReader<string> = (node, keys) => {
  const text = textOf(64)(node, keys);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return text;
  throw new Misfit(keys, node.at, `found ${describeJson(node)}; write a time as \`2026-01-31T12:00:00Z\``);
};

const read: JsonReader<OrganizationSnapshot> = objectOf(
  {
    version: oneOf([1]),
    provenance: objectOf<Provenance, object>({ source: sentence, readAt: time }, {}),
    root: objectOf({ id }, {}),
    units: listOf(objectOf({ id, name, parentId: id }, {})),
    accounts: listOf(objectOf({ id, name, parentId: id }, {})),
    policies: listOf(
      objectOf(
        { id, name, type: id, content: orNull(textOf(policyTextLengthMax, { mayBeEmpty: true })) },
        { origin: objectOf({ file: sentence }, { line: countingNumber, column: countingNumber }) },
      ),
    ),
    attachments: listOf(objectOf({ policyId: id, targetId: id }, {})),
    attachmentOrder: oneOf(["known", "unknown"]),
    unread: listOf(objectOf({ what: sentence, why: sentence }, { about: id })),
  },
  { organizationId: id, managementAccountId: id, enabledTypes: listOf(id) },
);

/** Total: whatever `text` is, the answer is a snapshot that holds together or the first place that is wrong. */
export function parseSnapshot(text: string): SnapshotResult {
  if (text.length > snapshotTextLengthMax) {
    const size = `${text.length.toLocaleString("en-US")} characters`;
    return refuse(text, [], 0, `${size}, and ${snapshotTextLengthMax.toLocaleString("en-US")} are allowed`);
  }
  const json = parseJson(text);
  if (!json.ok) return refuse(text, [], json.at, json.message);
  try {
    requireVersion(json.root);
    const snapshot = read(json.root, []);
    const indexed = indexSnapshot(snapshot);
    if (indexed.ok) return { ok: true, snapshot };
    const { keys, message } = indexed.problem;
    return refuse(text, keys, offsetOf(json.root, keys), message);
  } catch (thrown) {
    if (thrown instanceof Misfit) return refuse(text, thrown.keys, thrown.at, thrown.message);
    throw thrown;
  }
}

/** One line for a person: `$.units[3].parentId (line 9, column 5): message`. */
export function describeSnapshotProblem({ path, position, message }: SnapshotResult & { ok: false }): string {
  return `${shorten(path, 200)} (line ${position.line}, column ${position.column}): ${message}`;
}

/** Before anything else: what another version holds is not ours to judge. */
function requireVersion(root: JsonNode): void {
  const version =
    root.kind === "object" ? root.members.find(({ key }) => key === "version")?.value : undefined;
  if (version === undefined || (version.kind === "number" && version.value === 1)) return;
  const message = `found version ${describeJson(version)}; this release reads version \`1\` of organization snapshots only`;
  throw new Misfit(["version"], version.at, message);
}

function offsetOf(root: JsonNode, keys: Keys): Offset {
  let node = root;
  for (const key of keys) {
    const next =
      node.kind === "object"
        ? node.members.find((member) => member.key === key)?.value
        : node.kind === "array"
          ? node.items[Number(key)]
          : undefined;
    if (next === undefined) break;
    node = next;
  }
  return node.at;
}

function refuse(text: string, keys: Keys, at: Offset, message: string): SnapshotResult {
  return { ok: false, path: jsonPath(keys), position: positionAt(text, at), message };
}
