// Name, description and tags of a policy, and what the API refuses of them.

export interface PolicyDetails {
  readonly name: string;
  readonly description: string;
}

/** Characters. Source: the service model. */
export const nameMax = 128;
export const descriptionMax = 512;
export const tagsMax = 50;

/** As the API counts: Unicode characters. */
const characters = (text: string): number => Array.from(text).length;

export function nameProblem({ name }: PolicyDetails): string | undefined {
  if (name === "") return "Give the policy a name";
  const length = characters(name);
  return length > nameMax ? `${length} characters, and a name has ${nameMax} at the most` : undefined;
}

export function descriptionProblem({ description }: PolicyDetails): string | undefined {
  const length = characters(description);
  return length > descriptionMax
    ? `${length} characters, and a description has ${descriptionMax} at the most`
    : undefined;
}
