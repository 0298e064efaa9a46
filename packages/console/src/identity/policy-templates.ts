// What people are usually allowed, to begin an inline policy with.

interface PolicyTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly document: object;
}

const statement = (Action: readonly string[], more: object = {}): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*", ...more }],
});

const reading = ["organizations:Describe*", "organizations:List*"];

/** The three of the callers that `docs/security.md` speaks of. */
export const policyTemplates: readonly PolicyTemplate[] = [
  {
    id: "author",
    name: "AI opt-out author",
    description: "reads the organization, and writes AI services opt-out policies only",
    document: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: reading, Resource: "*" },
        {
          Effect: "Allow",
          Action: [
            "organizations:CreatePolicy",
            "organizations:UpdatePolicy",
            "organizations:DeletePolicy",
            "organizations:AttachPolicy",
            "organizations:DetachPolicy",
            "organizations:EnablePolicyType",
          ],
          Resource: "*",
          Condition: { StringEquals: { "organizations:PolicyType": "AISERVICES_OPT_OUT_POLICY" } },
        },
      ],
    },
  },
  {
    id: "reader",
    name: "Reader",
    description: "reads the organization, changes nothing",
    document: statement(reading),
  },
  {
    id: "administrator",
    name: "Administrator",
    description: "everything in this account",
    document: statement(["*"]),
  },
];
