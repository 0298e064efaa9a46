// The policies of the journey.

type Choice = "optOut" | "optIn";
export type Choices = Readonly<Record<string, Choice>>;

const locked = { "@@operators_allowed_for_child_policies": ["@@none"] };

/** One choice per service, open to those below. */
export function optOutDocument(choices: Choices): string {
  return JSON.stringify({ services: eachService(choices, (choice) => ({ "@@assign": choice })) });
}

/** Opted out of everything, locked at all three levels. */
export const lockedDocument = JSON.stringify({
  services: { ...locked, default: { ...locked, opt_out_policy: { ...locked, "@@assign": "optOut" } } },
});

/** An effective policy, as `DescribeEffectivePolicy` shows it. */
export function effective(choices: Choices): object {
  return { services: eachService(choices, (choice) => choice) };
}

function eachService(choices: Choices, say: (choice: Choice) => unknown): object {
  const entries = Object.entries(choices).map(
    ([key, choice]) => [key, { opt_out_policy: say(choice) }] as const,
  );
  return Object.fromEntries(entries);
}

/** As people leave files behind: tabs, blank lines, an escape, a newline at the end. */
export const oddlySpacedDocument =
  '\n{\t"services" :  {\n\n  "\\u006cex":{ "opt_out_policy":{"@@assign" :\t"optOut"}  }\n}   }\n\n';

/** Windows line ends, letters beyond ASCII and beyond the basic plane, escaped and not, and a space at the end. */
export const worldlyDocument =
  '{\r\n"tags":{"größe":{"tag_key":{"@@assign":"Größe"},"tag_value":{"@@assign":["é","e\u0301","\\u00e9","日本","😀","a/b","<&>"]}}}}\r\n ';
