// The policies of the journey.

type Choice = "optOut" | "optIn";

const locked = { "@@operators_allowed_for_child_policies": ["@@none"] };

/** One choice per service, open to those below. */
export function optOutDocument(choices: Readonly<Record<string, Choice>>): string {
  const entries = Object.entries(choices).map(([key, choice]) => [
    key,
    { opt_out_policy: { "@@assign": choice } },
  ]);
  return JSON.stringify({ services: Object.fromEntries(entries) });
}

/** Opted out of everything, locked at all three levels. */
export const lockedDocument = JSON.stringify({
  services: { ...locked, default: { ...locked, opt_out_policy: { ...locked, "@@assign": "optOut" } } },
});

/** An effective policy, as `DescribeEffectivePolicy` shows it. */
export function effective(choices: Readonly<Record<string, Choice>>): object {
  const entries = Object.entries(choices).map(([key, choice]) => [key, { opt_out_policy: choice }]);
  return { services: Object.fromEntries(entries) };
}

/** As people leave files behind: tabs, blank lines, an escape, a newline at the end. */
export const oddlySpacedDocument =
  '\n{\t"services" :  {\n\n  "\\u006cex":{ "opt_out_policy":{"@@assign" :\t"optOut"}  }\n}   }\n\n';

/** Windows line ends, letters beyond ASCII and beyond the basic plane, escaped and not, and a space at the end. */
export const worldlyDocument =
  '{\r\n"tags":{"größe":{"tag_key":{"@@assign":"Größe"},"tag_value":{"@@assign":["é","e\u0301","\\u00e9","日本","😀","a/b","<&>"]}}}}\r\n ';
