// How many requests a second are authorized, every layer of policies asked, beside nothing but looking one key up.

import { accessRequest, authorize, parsePolicyDocument, requestContext } from "@withhold/iam";
import type { AuthorizationInput, Ceiling, Policy, PolicyKind, Principal } from "@withhold/iam";
import type { Figure } from "../figure.js";
import { interleaved, median, spread } from "../rounds.js";

const name = "authorization";
const passes = 20_000;
const rounds = { count: 9, warmUps: 3 };
const goal = 1_000_000;

const accountId = "111111111111";
const managementAccountId = "999999999999";
const organization = "o-exampleorg";
const resources = `arn:aws:organizations::${managementAccountId}`;

export const authorization: Figure = {
  name,
  run: async () => {
    const inputs = sampleInputs();
    const known = new Map(inputs.map(({ request }) => [request.action, true]));
    const actions = inputs.map(({ request }) => request.action);
    const taken = await interleaved(
      rounds,
      () => cpuPerDecision(inputs.length, () => decideAll(inputs)),
      () => cpuPerDecision(actions.length, () => lookAllUp(known, actions)),
    );
    const speeds = taken.ours.map(perSecond);
    return [
      {
        name,
        measured: { value: median(speeds), unit: "per second" },
        spread: spread(speeds),
        floor: {
          value: median(taken.floor.map(perSecond)),
          unit: "per second",
          of: "one Map looked up by action",
        },
        goal: { atLeast: { value: goal, unit: "per second" } },
        rounds: rounds.count,
        what:
          "Whole decisions per second of CPU time, each with its explanation: a user of a member account, two identity " +
          "policies, service control policies at three levels and the delegation policy, 13 statements in all, five " +
          "of them with conditions; by turns allowed, denied by each layer, and denied for want of an allow. Policies " +
          "are compiled before; the request and its context are made before, its action is folded within.",
      },
    ];
  },
};

function decideAll(inputs: readonly Sample[]): void {
  for (const { layers, request, isAllowed } of inputs) {
    const { caller, serviceControl, resource } = layers;
    const decision = authorize({ request: accessRequest(request), caller, serviceControl, resource });
    if ((decision.outcome === "allow") !== isAllowed)
      throw new Error(`${request.action} was decided wrongly`);
  }
}

function lookAllUp(known: ReadonlyMap<string, boolean>, actions: readonly string[]): void {
  for (const action of actions) if (known.get(action) !== true) throw new Error("an action is missing");
}

interface Sample {
  readonly layers: Required<Pick<AuthorizationInput, "caller" | "serviceControl" | "resource">>;
  readonly request: Parameters<typeof accessRequest>[0];
  readonly isAllowed: boolean;
}

const principal: Principal = { type: "user", arn: `arn:aws:iam::${accountId}:user/teams/ana`, accountId };
const optOut = "AISERVICES_OPT_OUT_POLICY";

function sampleInputs(): readonly Sample[] {
  const layers = {
    caller: { identity: [compiled("managed", administers), compiled("user-inline", limits)] },
    serviceControl: sampleCeiling(),
    resource: {
      kind: "delegation" as const,
      accountId: managementAccountId,
      policy: compiled("delegation", delegates),
    },
  };
  const ownPolicy = `${resources}:policy/${organization}/aiservices_opt_out_policy/p-1234567890`;
  const unit = `${resources}:ou/${organization}/ou-abcd-12345678`;
  const asked: readonly (readonly [string, string, string, boolean])[] = [
    ["organizations:ListPolicies", "*", optOut, true],
    ["organizations:DescribePolicy", ownPolicy, optOut, true],
    ["organizations:CreatePolicy", "*", optOut, true],
    ["organizations:AttachPolicy", ownPolicy, optOut, true],
    ["organizations:AttachPolicy", unit, optOut, true],
    ["organizations:CreatePolicy", "*", "SERVICE_CONTROL_POLICY", false],
    ["organizations:DeletePolicy", ownPolicy, optOut, false],
    ["organizations:MoveAccount", unit, optOut, false],
    ["organizations:LeaveOrganization", "*", optOut, false],
  ];
  return asked.map(([action, resource, policyType, isAllowed]) => ({
    layers,
    request: { principal, action, resource, context: sampleContext(policyType) },
    isAllowed,
  }));
}

function sampleContext(policyType: string) {
  return requestContext([
    ["aws:PrincipalArn", principal.arn],
    ["aws:PrincipalAccount", accountId],
    ["aws:PrincipalOrgID", organization],
    ["aws:PrincipalType", "User"],
    ["aws:userid", "AIDAEXAMPLEUSERID0000"],
    ["aws:username", "ana"],
    ["aws:SourceIp", "198.51.100.7"],
    ["aws:CurrentTime", "2026-11-24T08:00:00Z"],
    ["aws:SecureTransport", "true"],
    ["aws:RequestedRegion", "us-east-1"],
    ["organizations:PolicyType", policyType],
  ]);
}

const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const administers = [
  { Effect: "Allow", Action: ["organizations:Describe*", "organizations:List*"], Resource: "*" },
  { Effect: "Allow", Action: "organizations:CreatePolicy", Resource: "*" },
  {
    Effect: "Allow",
    Action: ["organizations:*Policy", "organizations:TagResource"],
    Resource: [`arn:aws:organizations::*:policy/${organization}/*`, `arn:aws:organizations::*:ou/*`],
  },
];
const limits = [
  {
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: { NotIpAddress: { "aws:SourceIp": ["198.51.100.0/24", "2001:db8::/32"] } },
  },
  { Effect: "Deny", Action: "organizations:DeletePolicy", Resource: "*" },
];
const delegates = [
  {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: ["organizations:Describe*", "organizations:List*"],
    Resource: "*",
  },
  {
    Effect: "Allow",
    Principal: { AWS: [accountId, "222222222222"] },
    Action: ["organizations:CreatePolicy", "organizations:AttachPolicy", "organizations:DeletePolicy"],
    Resource: "*",
    Condition: { StringEquals: { "organizations:PolicyType": optOut } },
  },
];

function sampleCeiling(): Ceiling {
  const regions = { StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } };
  const guards = [
    everything,
    { Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*", Condition: regions },
    {
      Effect: "Deny",
      Action: "organizations:LeaveOrganization",
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/breakglass/*" } },
    },
  ];
  const ours = { StringNotLike: { "aws:PrincipalOrgID": "o-example*" } };
  return {
    isManagementAccount: false,
    levels: [
      { id: "r-abcd", policies: [compiled("service-control", guards)] },
      { id: "ou-abcd-12345678", policies: [compiled("service-control", [everything])] },
      {
        id: accountId,
        policies: [
          compiled("service-control", [everything, { ...everything, Effect: "Deny", Condition: ours }]),
        ],
      },
    ],
  };
}

function compiled(kind: PolicyKind, statements: readonly object[]): Policy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const parsed = parsePolicyDocument(text, { kind, name: kind });
  if (!parsed.ok) throw new Error(`a sample policy is refused: ${JSON.stringify(parsed.findings)}`);
  return parsed.policy;
}

function perSecond(milliseconds: number): number {
  return 1000 / milliseconds;
}

function cpuPerDecision(decisions: number, run: () => void): number {
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (passes * decisions);
}
