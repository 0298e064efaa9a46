// The clients that people use, by the names that journeys, tables and files know them by.

export const clientNames = {
  "aws-cli": "the AWS CLI",
  "aws-sdk-js": "the AWS SDK for JavaScript",
  boto3: "boto3",
  terraform: "Terraform",
} as const;

export type ClientName = keyof typeof clientNames;

/** How each begins its `User-Agent`, or what only it has there. */
const agents: readonly (readonly [ClientName, RegExp])[] = [
  ["aws-cli", /^aws-cli\//],
  ["aws-sdk-js", /^aws-sdk-js\//],
  ["boto3", /^Boto3\//],
  ["terraform", /\bterraform-provider-aws\//],
];

/** Whose request it is; undefined where it is none of theirs. */
export function clientNameOf(userAgent: string | undefined): ClientName | undefined {
  return agents.find(([, agent]) => agent.test(userAgent ?? ""))?.[0];
}
