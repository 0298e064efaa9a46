// The key under which what a user or a role is allowed is read, for the changes that make it anew.

import type { Subject } from "./subject.js";

export const permissionsKey = ({ kind, name }: Subject): readonly string[] => ["permissions-of", kind, name];
