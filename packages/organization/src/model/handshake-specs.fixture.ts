// The model's rules for invitations, handshakes, and transfers of responsibility.

import type { Handshake, ResponsibilityTransfer } from "@aws-sdk/client-organizations";
import { day, longest, modelQuotas, mostInto } from "./model.fixture.js";
import type { Model, ModelHandshake, ModelOrganization, ModelTransfer } from "./model.fixture.js";
import type { Call, Dice, OwnCall, Specs } from "./spec.fixture.js";
import { accountFor, held, organizationFor } from "./tree-specs.fixture.js";

const nowhere = "h-nowhere000";
const handshakeFor = (dice: Dice, m: Model, as: string): { HandshakeId: string } => {
  const mine = m.handshakes.filter((one) => m.isTo(one, as) || m.isFrom(one, as)).toReversed();
  const some = dice.number(5) === 0 ? m.handshakes : mine;
  return { HandshakeId: dice.pick(some.map(({ id }) => id).slice(0, 3), nowhere) };
};
const transferFor = (dice: Dice, m: Model, as: string): string => {
  const own = organizationFor(m, as);
  const mine = own === undefined ? [] : [...m.outbound(own), ...m.inbound(own)];
  const all = m.handshakes.flatMap(({ transfer }) => transfer ?? []);
  const some = dice.number(5) === 0 ? all : mine.map(({ transfer }) => transfer);
  return dice.pick(some.map(({ id }) => id).toReversed(), "rt-nowhere000");
};
/** Whether two names mean the same account. */
const sameParty = (m: Model, one: string | undefined, other: string): boolean => {
  const address = (name = ""): string => m.accounts.get(name)?.email ?? name;
  return address(one) === address(other);
};
const targetFor = (dice: Dice, m: Model) =>
  dice.number(4) === 0
    ? ({ Type: "EMAIL", Id: `Mail-${dice.number(9)}@acme.example` } as const)
    : ({ Type: "ACCOUNT", Id: accountFor(dice, m) } as const);
const nameOf = ({ Id = "" }: { readonly Id?: string | undefined }): string => Id.toLowerCase();
const unknownTarget = (m: Model, { Type, Id = "" }: { Type?: string | undefined; Id?: string | undefined }) =>
  Type === "ACCOUNT" && !m.accounts.has(Id) && "InvalidInputException";
const month = (m: Model, later: number): number => {
  const now = new Date(m.now);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later);
};
const at = (date: Date | undefined): number => date?.getTime() ?? 0;

/** Those that still tell, in the order of sending, with their states. */
const shown = (m: Model, handshakes: readonly ModelHandshake[]) =>
  handshakes.filter((one) => m.isShown(one)).map((one) => [one.id, m.stateOf(one)]);
const said = (handshakes: readonly Handshake[] = []) => handshakes.map(({ Id, State }) => [Id, State]);

const joining = (m: Model, as: string, target: ModelOrganization | undefined) => {
  const current = m.organizationOf(as);
  const isMember = current !== undefined && current === target;
  return [
    (isMember || (target?.members.size ?? 0) >= modelQuotas.accountsMax) &&
      "HandshakeConstraintViolationException",
    ...(current === undefined || isMember ? [] : held(current, as)),
  ];
};

const handingOver = (m: Model, as: string, { organization, transfer }: ModelHandshake) => {
  const own = m.organizationOf(as);
  if (own === undefined) return ["AWSOrganizationsNotInUseException"];
  if (own.management !== as) return ["AccessDeniedException"];
  const running = m.outbound(own).filter((one) => m.isRunning(one));
  const edges = [...m.edges(), [own.id, organization] as const];
  const isTooLong = longest(edges) > modelQuotas.transferChainMax;
  return [
    running.some((one) => one.transfer.end === undefined) && "ConstraintViolationException",
    (isTooLong || mostInto(edges) > modelQuotas.aggregateInboundTransfersMax) &&
      "ConstraintViolationException",
    running.some((one) => m.isRunning(one, transfer?.start)) && "HandshakeConstraintViolationException",
  ];
};

/** Why a handshake cannot end so. */
const transition = (m: Model, handshake: ModelHandshake, wanted: string) => {
  const state = m.stateOf(handshake);
  if (state === wanted) return "HandshakeAlreadyInStateException";
  const isOpen = m.isPending(handshake) && !(state === "REQUESTED" && wanted === "ACCEPTED");
  return !isOpen && "InvalidHandshakeTransitionException";
};

const statuses = (m: Model, handshakes: readonly (ModelHandshake & { readonly transfer: ModelTransfer })[]) =>
  handshakes.map((one) => [one.transfer.id, one.transfer.name, m.statusOf(one)]);
const saidOf = (transfers: readonly ResponsibilityTransfer[] = []) =>
  transfers.map(({ Id, Name, Status }) => [Id, Name, Status]);

function ownTransfer({ m, own }: OwnCall<"DescribeResponsibilityTransfer">, id: string) {
  return [...m.inbound(own), ...m.outbound(own)].find(({ transfer }) => transfer.id === id);
}

function accepted({ m, as }: Call<"AcceptHandshake">, handshake: ModelHandshake): void {
  m.end(handshake, "ACCEPTED");
  const sender = m.organizations.get(handshake.organization);
  if (sender === undefined) return;
  if (handshake.action === "INVITE") {
    const current = m.organizationOf(as);
    if (current !== undefined) m.leave(current, as);
    m.join(sender, as, true);
  }
  if (handshake.action === "ENABLE_ALL_FEATURES") sender.allFeatures = true;
  if (handshake.transfer !== undefined) handshake.transfer.source = m.ownOf(as).id;
}

export const handshakeSpecs = {
  InviteAccountToOrganization: {
    who: "management",
    input: (dice, m) => ({ Target: targetFor(dice, m) }),
    broken: ({ m, own, input: { Target } }) => {
      const sent = m.handshakes.filter(
        ({ action, organization }) => action === "INVITE" && organization === own.id,
      );
      return [
        unknownTarget(m, Target),
        (m.migrating(own) ||
          [...own.members.keys()].some((account) => sameParty(m, account, nameOf(Target))) ||
          m.seats(own) >= modelQuotas.accountsMax) &&
          "HandshakeConstraintViolationException",
        sent.some((one) => m.isPending(one) && sameParty(m, one.to, nameOf(Target))) &&
          "DuplicateHandshakeException",
      ];
    },
    effect: ({ m, own, input: { Target } }, { Handshake }) => {
      const sent = { id: Handshake?.Id ?? "", action: "INVITE", organization: own.id, to: nameOf(Target) };
      m.handshakes.push({ ...sent, expires: m.now + 15 * day });
    },
  },
  AcceptHandshake: {
    who: "anyone",
    input: handshakeFor,
    broken: ({ m, as, input }) => {
      const handshake = m.partOf(input.HandshakeId, as);
      if (handshake === undefined) return ["HandshakeNotFoundException"];
      const isMine =
        handshake.to === undefined
          ? m.isFrom(handshake, as)
          : m.isTo(handshake, as) && !m.isFrom(handshake, as);
      if (!isMine) return ["AccessDeniedException"];
      const ended = transition(m, handshake, "ACCEPTED");
      if (ended !== false) return [ended];
      if (handshake.action === "INVITE") return joining(m, as, m.organizations.get(handshake.organization));
      return handshake.transfer === undefined ? [] : handingOver(m, as, handshake);
    },
    effect: (call) => {
      const handshake = call.m.partOf(call.input.HandshakeId, call.as);
      if (handshake !== undefined) accepted(call, handshake);
    },
  },
  DeclineHandshake: {
    who: "anyone",
    input: handshakeFor,
    broken: ({ m, as, input }) => {
      const handshake = m.partOf(input.HandshakeId, as);
      if (handshake === undefined) return ["HandshakeNotFoundException"];
      return m.isFrom(handshake, as) ? ["AccessDeniedException"] : [transition(m, handshake, "DECLINED")];
    },
    effect: ({ m, as, input }) => {
      const handshake = m.partOf(input.HandshakeId, as);
      if (handshake !== undefined) m.end(handshake, "DECLINED");
    },
  },
  CancelHandshake: {
    who: "anyone",
    input: handshakeFor,
    broken: ({ m, as, input }) => {
      const handshake = m.partOf(input.HandshakeId, as);
      if (handshake === undefined) return ["HandshakeNotFoundException"];
      return m.isFrom(handshake, as) ? [transition(m, handshake, "CANCELED")] : ["AccessDeniedException"];
    },
    effect: ({ m, input: { HandshakeId } }) => {
      for (const one of m.handshakes) {
        if ((one.id === HandshakeId || one.parent === HandshakeId) && m.isPending(one))
          m.end(one, "CANCELED");
      }
    },
  },
  DescribeHandshake: {
    who: "anyone",
    input: handshakeFor,
    broken: ({ m, as, input }) => [
      m.partOf(input.HandshakeId, as) === undefined && "HandshakeNotFoundException",
    ],
    says: ({ m, as, input }, { Handshake }) => {
      const handshake = m.partOf(input.HandshakeId, as);
      return [handshake && m.stateOf(handshake), Handshake?.State];
    },
  },
  ListHandshakesForAccount: {
    who: "anyone",
    input: () => ({}),
    says: ({ m, as }, { Handshakes }) => [
      shown(
        m,
        m.handshakes.filter((one) => m.isTo(one, as)),
      ),
      said(Handshakes),
    ],
  },
  ListHandshakesForOrganization: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    says: ({ m, own }, { Handshakes }) => [
      shown(
        m,
        m.handshakes.filter(({ organization }) => organization === own.id),
      ),
      said(Handshakes),
    ],
  },
  EnableAllFeatures: {
    who: "management",
    input: () => ({}),
    broken: ({ m, own }) => [
      (own.allFeatures || m.migrating(own)) && "HandshakeConstraintViolationException",
    ],
    effect: ({ m, own }, { Handshake }, look) => {
      for (const one of m.handshakes) {
        const isOpen = one.organization === own.id && one.action === "INVITE" && m.isPending(one);
        if (isOpen) m.end(one, "CANCELED");
      }
      const sent = { organization: own.id, expires: m.now + 90 * day };
      const parent = Handshake?.Id ?? "";
      m.handshakes.push({ ...sent, id: parent, action: "ENABLE_ALL_FEATURES", to: undefined });
      const filter = { Filter: { ParentHandshakeId: parent } };
      const asked = (look("ListHandshakesForOrganization", filter).Handshakes ?? []).map((one) => ({
        id: one.Id ?? "",
        to: one.Parties?.find(({ Type }) => Type === "ACCOUNT")?.Id,
      }));
      const due = [...own.members].filter(([, { invited }]) => invited).map(([account]) => account);
      if (asked.map(({ to }) => to).join() !== due.join())
        throw new Error("others are asked than were invited");
      for (const one of asked) m.handshakes.push({ ...sent, ...one, action: "APPROVE_ALL_FEATURES", parent });
    },
  },
  InviteOrganizationToTransferResponsibility: {
    who: "management",
    input: (dice, m) => ({
      Type: "BILLING",
      Target:
        dice.number(4) === 0
          ? targetFor(dice, m)
          : {
              Type: "ACCOUNT",
              Id: dice.pick(
                Array.from(m.organizations.values(), ({ management }) => management),
                "999999999999",
              ),
            },
      StartTimestamp: new Date(dice.number(8) === 0 ? month(m, 1) + day : month(m, dice.number(4))),
      SourceName: dice.pick(["one", "two"], "three"),
    }),
    broken: ({ m, as, own, input: { Target, StartTimestamp } }) => {
      const start = at(StartTimestamp);
      const inbound = m.inbound(own);
      const same = inbound.filter(({ to }) => sameParty(m, to, nameOf(Target)));
      const isBad = new Date(start).getUTCDate() !== 1 || start - day <= m.now;
      const underWay = inbound.filter((one) => m.isPending(one) || m.isRunning(one));
      return [
        unknownTarget(m, Target),
        isBad && "InvalidInputException",
        sameParty(m, as, nameOf(Target)) && "HandshakeConstraintViolationException",
        same.some((one) => m.isPending(one)) && "DuplicateHandshakeException",
        same.some((one) => m.isRunning(one, start)) && "HandshakeConstraintViolationException",
        underWay.length >= modelQuotas.inboundTransfersMax && "ConstraintViolationException",
      ];
    },
    effect: ({ m, own, input: { Target, StartTimestamp, SourceName: name } }, { Handshake }) => {
      const start = at(StartTimestamp);
      const named = Handshake?.Resources?.find(({ Type }) => Type === "RESPONSIBILITY_TRANSFER");
      const sent = { id: Handshake?.Id ?? "", action: "TRANSFER_RESPONSIBILITY", organization: own.id };
      const expires = Math.min(m.now + 15 * day, start - day);
      const transfer = { id: named?.Value ?? "", name, start };
      m.handshakes.push({ ...sent, to: nameOf(Target), expires, transfer });
    },
  },
  DescribeResponsibilityTransfer: {
    who: "management",
    input: (dice, m, as) => ({ Id: transferFor(dice, m, as) }),
    broken: (call) => [
      ownTransfer(call, call.input.Id) === undefined && "ResponsibilityTransferNotFoundException",
    ],
    says: (call, { ResponsibilityTransfer: told }) => {
      const found = ownTransfer(call, call.input.Id);
      return [found && call.m.statusOf(found), told?.Status];
    },
  },
  ListInboundResponsibilityTransfers: {
    who: "management",
    input: () => ({ Type: "BILLING" }),
    says: ({ m, own }, { ResponsibilityTransfers }) => [
      statuses(m, m.inbound(own)),
      saidOf(ResponsibilityTransfers),
    ],
  },
  ListOutboundResponsibilityTransfers: {
    who: "management",
    input: () => ({ Type: "BILLING" }),
    says: ({ m, own }, { ResponsibilityTransfers }) => [
      statuses(m, m.outbound(own)),
      saidOf(ResponsibilityTransfers),
    ],
  },
  TerminateResponsibilityTransfer: {
    who: "management",
    input: (dice, m, as) => {
      const Id = transferFor(dice, m, as);
      return dice.number(2) === 0 ? { Id } : { Id, EndTimestamp: new Date(month(m, dice.number(3)) - 1) };
    },
    broken: (call) => {
      const { m, input } = call;
      const found = ownTransfer(call, input.Id);
      if (found === undefined) return ["ResponsibilityTransferNotFoundException"];
      const status = m.statusOf(found);
      return [
        status === "WITHDRAWN" && "ResponsibilityTransferAlreadyInStatusException",
        status !== "ACCEPTED" && status !== "WITHDRAWN" && "InvalidResponsibilityTransferTransitionException",
        input.EndTimestamp !== undefined && at(input.EndTimestamp) < m.now && "InvalidInputException",
      ];
    },
    effect: (call) => {
      const found = ownTransfer(call, call.input.Id);
      if (found !== undefined) {
        found.transfer.end =
          call.input.EndTimestamp === undefined ? month(call.m, 1) - 1 : at(call.input.EndTimestamp);
      }
    },
  },
  UpdateResponsibilityTransfer: {
    who: "management",
    input: (dice, m, as) => ({ Id: transferFor(dice, m, as), Name: dice.pick(["one", "two"], "three") }),
    broken: (call) => {
      const found = ownTransfer(call, call.input.Id);
      if (found === undefined) return ["ResponsibilityTransferNotFoundException"];
      const isActive = ["REQUESTED", "ACCEPTED"].includes(call.m.statusOf(found));
      return [!isActive && "ConstraintViolationException"];
    },
    effect: (call) => {
      const found = ownTransfer(call, call.input.Id);
      if (found !== undefined) found.transfer.name = call.input.Name;
    },
  },
} satisfies Specs;
