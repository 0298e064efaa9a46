// ListTagsForResource: the tags of whatever carries some, in the order in which they were first set.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { findResource } from "../tags.js";

/** The operation takes no `MaxResults`; as many as AWS lets a resource carry come at once. */
const tagsPerPage = 50;

export const listTagsForResource: Operation<"ListTagsForResource"> = {
  kind: "read",
  callers: "delegable",
  answer({ ResourceId }, { cell, organization, page: { after } }) {
    const tags = organization.tags.of(findResource({ cell, organization }, ResourceId));
    const page = { after, count: tagsPerPage };
    const { items, more } = pageOf(tags, page, ({ key, value }) => ({ Key: key, Value: value }));
    return { Tags: items, ...more };
  },
};
